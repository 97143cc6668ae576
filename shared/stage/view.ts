import { z } from 'zod';
import { sessionKindSchema } from '../model/session';

/**
 * All that a stage screen is told: no participants, no fairness figures, of people only the names of
 * those who speak. Instants are in ms of the desk's clock; screens count on their own between facts.
 */
export const stageViewSchema = z.object({
  event: z.object({ name: z.string(), accent: z.string(), timeZone: z.string() }),
  /** What is on now. */
  now: z
    .object({
      session: z.string(),
      kind: sessionKindSchema,
      title: z.string(),
      speakers: z.array(z.object({ name: z.string(), title: z.string() })),
      startedAt: z.number(),
      /** When it should end: planned length from the start, or the planned end that is held. */
      endsAt: z.number(),
      /** Only in a panel. */
      floor: z
        .object({
          /** Who speaks: a name, or the role of the moderator or the audience; nobody = silence or pause. */
          who: z.enum(['seat', 'moderator', 'audience', 'nobody']),
          name: z.string(),
          title: z.string(),
          since: z.number(),
          /** ms, 0 = no limit. */
          limitMs: z.number(),
          paused: z.boolean(),
        })
        .nullable(),
    })
    .nullable(),
  /** What comes next; `at` is the projected start, `planned` the planned one. */
  next: z
    .object({
      kind: sessionKindSchema,
      title: z.string(),
      speakers: z.array(z.object({ name: z.string(), title: z.string() })),
      planned: z.number(),
      at: z.number(),
    })
    .nullable(),
  message: z.object({ text: z.string(), urgent: z.boolean(), at: z.number() }).nullable(),
  blackout: z.boolean(),
  /** Every session has ended. */
  finished: z.boolean(),
});
export type StageView = z.infer<typeof stageViewSchema>;

import { z } from 'zod';
import { sessionKindSchema } from '../model/session';

/**
 * What a stage screen can show: to those who speak, to the hall, to those who wait behind the stage;
 * the time alone; a picture by which a technician sees whether the display is whole.
 */
export const STAGE_VIEWS = ['speaker', 'hall', 'backstage', 'clock', 'test'] as const;
export type StageViewName = (typeof STAGE_VIEWS)[number];

/** A session to come; `at` is the projected start, `planned` the planned one. */
const comingSchema = z.object({
  kind: sessionKindSchema,
  title: z.string(),
  room: z.string(),
  speakers: z.array(z.object({ name: z.string(), title: z.string() })),
  planned: z.number(),
  at: z.number(),
});
export type Coming = z.infer<typeof comingSchema>;

/** What goes on in a room, or in the whole house. */
const courseSchema = z.object({
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
          /** With how much of it left the first and the second warning come, ms. */
          warnings: z.object({ first: z.number(), second: z.number() }),
          paused: z.boolean(),
        })
        .nullable(),
    })
    .nullable(),
  /** What comes next. */
  next: comingSchema.nullable(),
  /** What comes after that, in order of its start: enough to fill a screen. */
  later: z.array(comingSchema),
  /** Every session has ended. */
  finished: z.boolean(),
});
export type Course = z.infer<typeof courseSchema>;

/**
 * All that a stage screen is told: no participants, no fairness figures, of people only the names of
 * those who speak. Instants are in ms of the desk's clock; screens count on their own between facts.
 */
export const stageViewSchema = courseSchema.extend({
  event: z.object({ name: z.string(), accent: z.string(), timeZone: z.string() }),
  message: z.object({ text: z.string(), urgent: z.boolean(), at: z.number() }).nullable(),
  blackout: z.boolean(),
  /** The same of each room, where sessions run side by side in several. */
  rooms: z.array(courseSchema.extend({ room: z.string() })),
});
export type StageView = z.infer<typeof stageViewSchema>;

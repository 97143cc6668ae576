import { z } from 'zod';

const count = z.int().min(0);

/** What a person should know of two histories that became one; at most `MOST_TOLD` of each kind. */
export const mergeToldSchema = z.object({
  /** Facts in both, and in one of them alone. */
  common: count,
  here: count,
  there: count,
  /** Commands that had changed something on their own laptop and change nothing in the whole. */
  overruled: z.array(
    z.object({
      kind: z.string(),
      at: z.number(),
      desk: z.string(),
      /** Names of the people it was about, or a title; '' where it was about neither. */
      about: z.string(),
    }),
  ),
  /** Fields that both have set, each otherwise, since they were one; the later stands. */
  contested: z.array(
    z.object({
      record: z.enum(['event', 'participant', 'session']),
      name: z.string(),
      field: z.string(),
      here: z.string(),
      there: z.string(),
      kept: z.enum(['here', 'there']),
    }),
  ),
  /** People whom each has added by itself and who may be the same: nobody is joined unasked. */
  doubles: z.array(z.object({ name: z.string(), organisation: z.string() })),
  /** Panels that were timed on both: their turns lie among each other. */
  panels: z.array(z.string()),
  /** Some of the lists were longer. */
  more: z.boolean(),
});
export type MergeTold = z.infer<typeof mergeToldSchema>;

/** So many of each kind are told. */
export const MOST_TOLD = 200;

import { z } from 'zod';

/** Those who can hold the floor beside the seats; their time counts against the reserve. */
export const MODERATOR = 'moderator';
export const AUDIENCE = 'audience';

/** Speaker of a stretch in which nobody holds the floor: silence, or a pause. */
export const NOBODY = '';

/** Which correction of a turn it was. */
export const CORRECTIONS = ['giveTo', 'startAt', 'split', 'join', 'takeBack'] as const;

const place = z.object({ at: z.number(), speaker: z.string() });

/** A correction as the ledger tells it: who put what right, and when. */
export const correctionSchema = z.object({
  /** The fact that stated it. */
  fact: z.string(),
  at: z.number(),
  desk: z.string(),
  how: z.enum(CORRECTIONS),
  /** What was changed of this turn, and into what. */
  was: place.partial(),
  is: place.partial(),
  /** The turn that went into this one: joined with it, or taken back. */
  other: place.nullable(),
});
export type Correction = z.infer<typeof correctionSchema>;

/**
 * A mark on the panel's timeline: from this instant the floor is with `speaker` until the next mark
 * or the end. Turns are the stretches between marks, so they add up to the panel's time by their
 * making, whatever is corrected.
 */
export const markSchema = z.object({
  id: z.string(),
  session: z.string(),
  at: z.number(),
  /** Seat id, MODERATOR, AUDIENCE or NOBODY. */
  speaker: z.string(),
  /** When paused: to whom the floor returns. */
  resume: z.string(),
  corrected: z.boolean(),
  /** Every correction that stands, in the order in which they were stated. */
  history: z.array(correctionSchema).default([]),
  /** What this turn was given beyond the panel's limit of a turn, ms; below 0 = less. */
  extraMs: z.number().default(0),
  edits: z.record(z.string(), z.string()),
});
export type Mark = z.infer<typeof markSchema>;

type Later = 'history' | 'extraMs';

/** A mark with the fields that an older Nuija did not write. */
export function wholeMark(mark: Omit<Mark, Later> & Partial<Pick<Mark, Later>>): Mark {
  return { history: [], extraMs: 0, ...mark };
}

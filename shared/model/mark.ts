import { z } from 'zod';

/** Those who can hold the floor beside the seats; their time counts against the reserve. */
export const MODERATOR = 'moderator';
export const AUDIENCE = 'audience';

/** Speaker of a stretch in which nobody holds the floor: silence, or a pause. */
export const NOBODY = '';

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
  edits: z.record(z.string(), z.string()),
});
export type Mark = z.infer<typeof markSchema>;

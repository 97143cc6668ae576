import { z } from 'zod';
import { commitSchema } from '../facts/commit';
import { stateJsonSchema } from '../model/state';
import { stageViewSchema } from '../stage/view';
import { failureSchema } from './outcome';

/** A stretch in which the desk's machine slept, by the desk's clock. */
const sleptSchema = z.object({ from: z.number(), to: z.number() });
export type Slept = z.infer<typeof sleptSchema>;

/** What a screen that listens is told: the state at once, then each commit; or the stage's projection. */
export const frameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), state: stateJsonSchema, now: z.number() }),
  z.object({ type: z.literal('commit'), commit: commitSchema, now: z.number() }),
  z.object({ type: z.literal('stage'), view: stageViewSchema, now: z.number() }),
  /** Sent every second so that a screen notices within three when the desk is gone. */
  z.object({
    type: z.literal('alive'),
    now: z.number(),
    /** Why the desk cannot save at the moment; told to desks only. */
    notSaving: failureSchema.optional(),
    /** Why the last backup could not be made, though everything is saved; told to desks only. */
    notBackedUp: failureSchema.optional(),
    /** From when until when the desk's machine slept last, while a turn may have run; told to desks only. */
    slept: sleptSchema.optional(),
  }),
]);
export type Frame = z.infer<typeof frameSchema>;

/** Which frames a listener gets: everything, or only what may be seen on a stage. */
export type LiveView = 'desk' | 'stage';

/** What the transport itself says of the line: `lost` until the next frame. */
export type LiveSignal = Frame | { type: 'lost' };

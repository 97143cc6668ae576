import { z } from 'zod';

/** What the moderator has put on the stage screens beside the programme itself. */
export const stageSchema = z.object({
  message: z.object({ text: z.string().max(500), urgent: z.boolean(), at: z.number() }).nullable(),
  blackout: z.boolean(),
  edits: z.record(z.string(), z.string()),
});
export type Stage = z.infer<typeof stageSchema>;

export const EMPTY_STAGE: Stage = { message: null, blackout: false, edits: {} };

import { z } from 'zod';

/** Which record of the state a change concerns. */
export const recordKindSchema = z.enum(['event', 'stage', 'participant', 'session', 'mark']);
export type RecordKind = z.infer<typeof recordKindSchema>;

/** How one record was changed: only the fields that differ; null where it did not exist. */
export const changeSchema = z.object({
  kind: recordKindSchema,
  id: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type Change = z.infer<typeof changeSchema>;

/** A command that was carried out, kept so that it can be undone: exactly what it changed. */
export const doneSchema = z.object({
  cmd: z.string(),
  kind: z.string(),
  at: z.number(),
  desk: z.string(),
  changes: z.array(changeSchema),
  /** The command that undid it, '' while it stands. */
  undoneBy: z.string(),
});
export type Done = z.infer<typeof doneSchema>;

/** How many commands can be undone. */
export const RECENT_LIMIT = 40;

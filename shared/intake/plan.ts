import { z } from 'zod';
import { importRowSchema } from '../commands/command';
import { detailsSchema } from '../model/participant';

const value = z.string();

/**
 * A row that cannot go in; `code` is a key under `rejected.` in the locales, `params` fill its blanks; `params.name`
 * is whom the row is about, where it says so.
 */
export const rejectedRowSchema = z.object({
  row: z.int(),
  /** An English sentence that says what to do. */
  reason: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RejectedRow = z.infer<typeof rejectedRowSchema>;

/**
 * What an import would do, row by row, before anything is written. A `field` is a detail's name, or
 * `answers.<heading>` for one answer.
 */
export const planSchema = z.object({
  /** People who are new: their first row, and what all their rows say of them. */
  added: z.array(importRowSchema),
  /** People known already of whom the file says something new; `changes` shows old → new. */
  updated: z.array(
    z.object({
      row: z.int(),
      id: z.string(),
      name: z.string(),
      fields: detailsSchema.partial(),
      changes: z.array(z.object({ field: z.string(), from: value, to: value })),
    }),
  ),
  /** How many rows say nothing new, and which; by the name of whom they are about. */
  unchanged: z.int(),
  same: z.array(z.object({ row: z.int(), name: z.string() })),
  /** Fields changed at a desk that the file would set otherwise: the desk's value is kept. */
  conflicts: z.array(
    z.object({
      row: z.int(),
      id: z.string(),
      name: z.string(),
      field: z.string(),
      desk: value,
      file: value,
    }),
  ),
  rejected: z.array(rejectedRowSchema),
});
export type ImportPlan = z.infer<typeof planSchema>;

import { z } from 'zod';
import { badgeOptionsSchema, failureSchema } from '../../shared/contract';
import type { AnswerOf } from '../../shared/contract';
import { reprintReasonSchema, troubleSchema } from '../../shared/print';
import type { PrintPhase } from '../../shared/print';

/**
 * Badges that were asked for, as the to-print list keeps them: ids of people, never their names.
 * - `asked`: to be drawn and handed over
 * - `handing`: being handed over; found so at a start, nobody knows whether it was
 * - `handed`: the spooler has it as `spool`
 * - `failed`, `unclear`: a person decides
 */
export const entrySchema = z.object({
  id: z.ulid(),
  event: z.string(),
  who: z.array(z.string()).min(1),
  settings: badgeOptionsSchema,
  printer: z.string(),
  again: reprintReasonSchema.nullable(),
  askedAt: z.number(),
  step: z.enum(['asked', 'handing', 'handed', 'failed', 'unclear']),
  /** The spooler's own id of the job, '' before it is handed over. */
  spool: z.string(),
  troubles: z.array(troubleSchema),
  says: z.string(),
  failure: failureSchema.nullable(),
});
export type PrintEntry = z.infer<typeof entrySchema>;

export const listSchema = z.object({
  format: z.literal('nuija-print-jobs'),
  version: z.literal(1),
  jobs: z.array(entrySchema),
});
export type PrintList = z.infer<typeof listSchema>;

export const EMPTY_LIST: PrintList = { format: 'nuija-print-jobs', version: 1, jobs: [] };

export type ToldJob = AnswerOf<'print.send'>;

/** An entry as screens are told of it; `printing` says whether the spooler is at it. */
export function toldOf(entry: PrintEntry, phase: PrintPhase): ToldJob {
  const { id, event, who, printer, again, askedAt, troubles, says, failure, settings } = entry;
  const { layout } = settings;
  return { id, event, who, printer, layout, askedAt, again, phase, troubles, says, failure };
}

/** The phase that follows from what is kept and from what the spooler said last. */
export function phaseOf(entry: PrintEntry, isPrinting: boolean): PrintPhase {
  if (entry.step === 'failed' || entry.step === 'unclear') return entry.step;
  if (entry.step !== 'handed') return 'making';
  if (entry.troubles.length > 0 || entry.failure) return 'held';
  return isPrinting ? 'printing' : 'queued';
}

import { z } from 'zod';
import { badgeOptionsSchema, failureSchema } from '../../shared/contract';
import type { AnswerOf } from '../../shared/contract';
import { reprintReasonSchema, troubleSchema, turnSchema } from '../../shared/print';
import type { PrintPhase } from '../../shared/print';

/**
 * Badges that were asked for, as the to-print list keeps them: ids of people, never their names.
 * - `asked`: to be drawn and handed over
 * - `handing`: being handed over; found so at a start, nobody knows whether it was
 * - `handed`: the spooler has it as `spool`
 * - `failed`, `unclear`: a person decides
 * - `turn`: the fronts are out, a person turns the sheets
 */
export const entrySchema = z.object({
  id: z.ulid(),
  event: z.string(),
  who: z.array(z.string()).min(1),
  settings: badgeOptionsSchema,
  printer: z.string(),
  again: reprintReasonSchema.nullable(),
  askedAt: z.number(),
  step: z.enum(['asked', 'handing', 'handed', 'failed', 'unclear', 'turn']),
  /** What its job in the spooler is: all there is, or one side of sheets that a person turns. */
  pass: z.enum(['whole', 'fronts', 'backs']).default('whole'),
  /** Those sheets, from the moment on at which it is known that they are to be turned. */
  turn: turnSchema.nullable().default(null),
  /** Which of them the printer takes first when their backs are printed. */
  top: z.enum(['first', 'last']).default('first'),
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

/** An entry as screens are told of it, with the phase it is in and what was found when it was drawn. */
export function toldOf(
  entry: PrintEntry,
  phase: PrintPhase,
  warnings: ToldJob['warnings'],
): ToldJob {
  const { id, event, who, printer, again, askedAt, troubles, says, failure, settings } = entry;
  const { layout } = settings;
  const told = { id, event, who, printer, layout, askedAt, again, phase, troubles, says, failure };
  return { ...told, turn: phase === 'turn' ? entry.turn : null, warnings };
}

/** The phase that follows from what is kept and from what the spooler said last. */
export function phaseOf({ step, troubles, failure }: PrintEntry, isPrinting: boolean): PrintPhase {
  if (step === 'failed' || step === 'unclear' || step === 'turn') return step;
  if (step !== 'handed') return 'making';
  if (troubles.length > 0 || failure) return 'held';
  return isPrinting ? 'printing' : 'queued';
}

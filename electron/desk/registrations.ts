import type { AnswerOf, AskOf, ImportPreview } from '../../shared/contract';
import { reconcileInSteps } from '../../shared/intake/reconcile';
import type { Taken } from '../../shared/intake/taken';
import type { EventDesk } from './eventDesk';
import type { ImportWork } from './importJobs';
import { inStretches } from './stretches';

type Source = AskOf<'import.preview'>['source'];

/** Headings of columns that have none of their own: another file means something else by them. */
const LETTERS = /^[A-Z]{1,2}$/;

/** Of the whole work, the share that is reading; then comes matching, then saving. */
const READING = 0.5;
const MATCHING = 0.8;

/** Reads a registration file and says what it would change; nothing is written. */
export async function previewImport(
  desk: EventDesk,
  source: Source,
  work: ImportWork,
): Promise<ImportPreview> {
  const { rows: _rows, ...preview } = await readAgainst(desk, source, undefined, work);
  return preview;
}

/**
 * Reads a file and writes all of it as one command, so that one undo takes it back. Given up before
 * that command, it leaves nothing.
 */
export async function applyImport(
  desk: EventDesk,
  { source, take }: { source: Source; take?: Taken | undefined },
  work: ImportWork,
  backUp: () => Promise<void>,
): Promise<AnswerOf<'import.apply'>> {
  const { rows, plan, ...read } = await readAgainst(desk, source, take, work);
  const named = read.columns.filter(({ heading }) => !LETTERS.test(heading));
  const mapping = Object.fromEntries(named.map((one) => [one.heading, one.field]));
  work.at('saving', MATCHING);
  await backUp();
  const outcome = await desk.importRows({
    type: 'participants.import',
    file: source.name,
    rows,
    mapping,
    ...(take ? { take } : {}),
  });
  const { added, updated, unchanged, conflicts, rejected } = plan;
  const counts = { added: added.length, updated: updated.length, unchanged };
  return { ...read, ...counts, conflicts, rejected, outcome };
}

async function readAgainst(
  desk: EventDesk,
  source: Source,
  take: Taken | undefined,
  work: ImportWork,
) {
  // Loaded when first needed: a desk that opens has no file to read yet.
  const { readFile } = await import('../exchange/import/threads');
  const { refusal } = await import('../exchange/import/refusal');
  const { bytes, ...rest } = source;
  const { rows, entries, rejected, ...read } = await readFile(
    {
      source: { ...rest, ...(bytes === undefined ? {} : { bytes: Buffer.from(bytes, 'base64') }) },
      remembered: desk.state.event.importMapping,
    },
    { signal: work.signal, progress: (share) => work.at('reading', share * READING) },
  );
  const ended = () => {
    if (work.signal.aborted) throw refusal('givenUp', { file: source.name });
  };
  work.at('matching', READING);
  const plan = await inStretches(reconcileInSteps(desk.state, { rows, entries }, take), ended);
  return { rows, ...read, plan: { ...plan, rejected } };
}

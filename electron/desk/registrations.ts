import type { AnswerOf, AskOf, ImportPreview } from '../../shared/contract';
import { reconcile } from '../../shared/intake/reconcile';
import type { EventDesk } from './eventDesk';

type Source = AskOf<'import.preview'>['source'];

/** Headings of columns that have none of their own: another file means something else by them. */
const LETTERS = /^[A-Z]{1,2}$/;

/** Reads a registration file and says what it would change; nothing is written. */
export async function previewImport(desk: EventDesk, source: Source): Promise<ImportPreview> {
  return (await readAgainst(desk, source)).preview;
}

/** Reads a file and writes all of it as one command, so that one undo takes it back. */
export async function applyImport(
  desk: EventDesk,
  source: Source,
): Promise<AnswerOf<'import.apply'>> {
  const { preview, rows } = await readAgainst(desk, source);
  const named = preview.columns.filter(({ heading }) => !LETTERS.test(heading));
  const mapping = Object.fromEntries(named.map((one) => [one.heading, one.field]));
  const outcome = await desk.commit({
    command: { type: 'participants.import', file: source.name, rows, mapping },
  });
  return { preview, outcome };
}

async function readAgainst(desk: EventDesk, source: Source) {
  // Loaded when first needed: a desk that opens has no file to read yet.
  const { readRegistrations } = await import('../exchange/import/read');
  const { bytes, ...rest } = source;
  const { state } = desk;
  const { rows, rejected, ...read } = await readRegistrations(
    { ...rest, ...(bytes === undefined ? {} : { bytes: Buffer.from(bytes, 'base64') }) },
    state.event.importMapping,
  );
  const plan = reconcile(state, rows);
  const all = [...rejected, ...plan.rejected].sort((a, b) => a.row - b.row);
  return { rows, preview: { ...read, plan: { ...plan, rejected: all } } };
}

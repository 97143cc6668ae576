import { basename } from 'node:path';
import type { AskOf } from '../../shared/contract';
import { readGiven, writeWanted } from './files';
import { neededText, oneOf, onlyWord, textOf, UsageError } from './usage';
import { receiveFile } from './receive';
import type { Verb } from './verb';

/** How the command line calls a column that is kept as an answer. */
const ANSWERS = 'answers';

export const importVerb: Verb = {
  name: 'import',
  usage: 'import FILE --event ID [--dry-run] [--map "Column=field" …] [--sheet NAME]',
  does: 'takes in registrations from CSV or XLSX; - reads pasted cells from standard input; without --event, a whole event that was exported as JSON',
  options: {
    event: { type: 'string' },
    'dry-run': { type: 'boolean' },
    map: { type: 'string', multiple: true },
    sheet: { type: 'string' },
  },
  run: async ({ words, desk }) => {
    const path = onlyWord(words, 'the file');
    const mapping = mappingOf(words.values['map']);
    if (textOf(words, 'event') === undefined && path.toLowerCase().endsWith('.json')) {
      return receiveFile(path, await desk());
    }
    const event = neededText(words, 'event');
    const bytes = await readGiven(path);
    const sheet = textOf(words, 'sheet');
    const asked: AskOf<'import.preview'> = {
      event,
      source: {
        name: path === '-' ? 'pasted' : basename(path),
        bytes: bytes.toString('base64'),
        ...(sheet ? { sheet } : {}),
        ...(mapping ? { mapping } : {}),
      },
    };
    const asking = await desk();
    const dry = words.values['dry-run'] === true;
    const applied = dry ? null : await asking.ask('import.apply', asked);
    const preview = applied?.preview ?? (await asking.ask('import.preview', asked));
    const { plan, columns, encoding, delimiter } = preview;
    const json = {
      added: plan.added.length,
      updated: plan.updated.length,
      unchanged: plan.unchanged,
      rejected: plan.rejected.map(({ row, reason }) => ({ row, reason })),
      conflicts: plan.conflicts,
      columns: Object.fromEntries(columns.map((one) => [one.heading, one.field || ANSWERS])),
      encoding,
      delimiter,
    };
    const lines = [
      `${dry ? 'Would be ' : ''}${json.added} added, ${json.updated} updated, ${json.unchanged} unchanged, ${json.rejected.length} rejected, ${json.conflicts.length} conflicts.`,
      ...json.rejected.map(({ row, reason }) => `row ${row}: ${reason}`),
      ...plan.conflicts.map(
        (one) => `row ${one.row}: ${one.field} of ${one.name} was changed at a desk and is kept`,
      ),
    ];
    const refused = applied && !applied.outcome.ok ? { refused: applied.outcome.reason } : {};
    return { json, lines, ...refused };
  },
};

export const exportVerb: Verb = {
  name: 'export',
  usage: 'export --event ID --format csv|xlsx|json|ics|vcf --out FILE [--delimiter ,]',
  does: 'writes the event to a file',
  options: {
    event: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    delimiter: { type: 'string' },
  },
  run: async ({ words, desk }) => {
    const out = neededText(words, 'out');
    const delimiter = textOf(words, 'delimiter');
    const made = await (
      await desk()
    ).ask('export.make', {
      event: neededText(words, 'event'),
      format: oneOf(neededText(words, 'format'), ['csv', 'xlsx', 'json', 'ics', 'vcf'], 'format'),
      ...(delimiter ? { delimiter: oneOf(delimiter, [';', ','], 'delimiter') } : {}),
    });
    await writeWanted(out, Buffer.from(made.bytes, 'base64'));
    return { json: { written: out, rows: made.rows }, lines: [`${out}: ${made.rows} rows`] };
  },
};

function mappingOf(given: unknown): Record<string, string> | undefined {
  if (!Array.isArray(given)) return undefined;
  const pairs = given.map((one): [string, string] => {
    const text = String(one);
    const at = text.lastIndexOf('=');
    if (at < 1) throw new UsageError(`--map takes "Column=field"; not "${text}"`);
    const field = text.slice(at + 1).trim();
    return [text.slice(0, at).trim(), field === ANSWERS ? '' : field];
  });
  return Object.fromEntries(pairs);
}

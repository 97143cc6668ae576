import { basename } from 'node:path';
import { importEncodingSchema } from '../../shared/contract';
import type { AnswerOf, AskOf } from '../../shared/contract';
import { EXPORT_FORMATS } from '../../shared/exports/formats';
import { readGiven, writeWanted } from './files';
import { neededText, oneOf, onlyWord, textOf, UsageError } from './usage';
import type { Words } from './usage';
import { receiveFile } from './receive';
import { exportToServer } from './server';
import type { Verb } from './verb';

/** How the command line calls a column that is kept as an answer. */
const ANSWERS = 'answers';

export const importVerb: Verb = {
  name: 'import',
  usage:
    'import FILE --event ID [--dry-run] [--map "Column=field" …] [--sheet NAME] [--encoding NAME] [--delimiter ;|,|tab] [--header-row N] [--conflicts desk|file]',
  does: 'takes in registrations from CSV or XLSX; - reads pasted cells from standard input; without --event, a whole event that was exported as JSON',
  options: {
    event: { type: 'string' },
    'dry-run': { type: 'boolean' },
    map: { type: 'string', multiple: true },
    sheet: { type: 'string' },
    encoding: { type: 'string' },
    delimiter: { type: 'string' },
    'header-row': { type: 'string' },
    conflicts: { type: 'string' },
  },
  run: async ({ words, desk }) => {
    const path = onlyWord(words, 'the file');
    if (textOf(words, 'event') === undefined && path.toLowerCase().endsWith('.json')) {
      return receiveFile(path, await desk());
    }
    const event = neededText(words, 'event');
    const chosen = sourceChoices(words);
    const conflicts = textOf(words, 'conflicts') ?? 'desk';
    const take = oneOf(conflicts, ['desk', 'file'], 'conflicts') === 'file' ? 'all' : undefined;
    const bytes = await readGiven(path);
    const asked: AskOf<'import.preview'> = {
      event,
      source: {
        name: path === '-' ? 'pasted' : basename(path),
        bytes: bytes.toString('base64'),
        ...chosen,
      },
    };
    const asking = await desk();
    if (words.values['dry-run'] === true) {
      const { plan, ...read } = await asking.ask('import.preview', asked);
      const { added, updated, ...rest } = plan;
      return told({ ...read, ...rest, added: added.length, updated: updated.length }, true);
    }
    const done = await asking.ask('import.apply', { ...asked, ...(take ? { take } : {}) });
    const { outcome } = done;
    return { ...told(done, false), ...(outcome.ok ? {} : { refused: outcome.reason }) };
  },
};

type Done = Omit<AnswerOf<'import.apply'>, 'outcome'>;

/** What an import did, or would do. */
function told(done: Done, dry: boolean) {
  const { added, updated, unchanged, rejected, conflicts, columns, encoding, delimiter } = done;
  const json = {
    added,
    updated,
    unchanged,
    rejected: rejected.map(({ row, reason }) => ({ row, reason })),
    conflicts,
    columns: Object.fromEntries(columns.map((one) => [one.heading, one.field || ANSWERS])),
    encoding,
    delimiter,
    headerRow: done.headerRow,
  };
  const lines = [
    `${dry ? 'Would be ' : ''}${added} added, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected, ${conflicts.length} conflicts.`,
    ...json.rejected.map(({ row, reason }) => `row ${row}: ${reason}`),
    ...conflicts.map(
      (one) =>
        `row ${one.row}: ${one.field} of ${one.name} was changed at a desk and is kept; --conflicts file takes the file's`,
    ),
  ];
  return { json, lines };
}

/** How the file is to be understood where what would be recognised is not right. */
function sourceChoices(words: Words): Partial<AskOf<'import.preview'>['source']> {
  const sheet = textOf(words, 'sheet');
  const encoding = textOf(words, 'encoding');
  const delimiter = textOf(words, 'delimiter');
  const headerRow = textOf(words, 'header-row');
  const mapping = mappingOf(words.values['map']);
  if (headerRow !== undefined && !/^\d{1,6}$/.test(headerRow)) {
    throw new UsageError(`--header-row takes the number of a row, 0 for none; not "${headerRow}"`);
  }
  return {
    ...(sheet ? { sheet } : {}),
    ...(encoding ? { encoding: oneOf(encoding, importEncodingSchema.options, 'encoding') } : {}),
    ...(delimiter ? { delimiter: DELIMITER[oneOf(delimiter, DELIMITERS, 'delimiter')] } : {}),
    ...(headerRow ? { headerRow: Number(headerRow) } : {}),
    ...(mapping ? { mapping } : {}),
  };
}

/** A tab is hard to type on a command line. */
const DELIMITER = { ';': ';', ',': ',', tab: '\t' } as const;
const DELIMITERS = [';', ',', 'tab'] as const;

/** What each format holds, and of whom. */
const EXPORTS_DO = `writes the event to a file:
  all participants' data: csv, xlsx (with programme, turns, feedback, figures), json (the whole event)
  contact details of those who consented, for the participants: contacts (PDF), contacts-csv, vcf
  names, organisations and times of those who came, for the funder: attendance (PDF), attendance-csv, attendance-xlsx
  no participants' data: ics (programme), next-ics (the next event), materials (HTML: programme, links, contact persons)
or, with --to, into the tables of a PostgreSQL server; PGPASSWORD or ~/.pgpass gives the password`;

export const exportVerb: Verb = {
  name: 'export',
  usage: `export --event ID (--format ${EXPORT_FORMATS.join('|')} --out FILE [--delimiter ,] [--language fi|sv|en] | --to postgres://USER@HOST/DATABASE)`,
  does: EXPORTS_DO,
  options: {
    event: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    delimiter: { type: 'string' },
    language: { type: 'string' },
    to: { type: 'string' },
  },
  run: async ({ words, desk }) => {
    const to = textOf(words, 'to');
    if (to !== undefined) return exportToServer(words, to, await desk());
    const out = neededText(words, 'out');
    const delimiter = textOf(words, 'delimiter');
    const language = textOf(words, 'language');
    const made = await (
      await desk()
    ).ask('export.make', {
      event: neededText(words, 'event'),
      format: oneOf(neededText(words, 'format'), EXPORT_FORMATS, 'format'),
      ...(delimiter ? { delimiter: oneOf(delimiter, [';', ','], 'delimiter') } : {}),
      ...(language ? { language: oneOf(language, ['fi', 'sv', 'en'], 'language') } : {}),
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

import { basename, extname } from 'node:path';
import type { AnswerOf } from '../../shared/contract';
import { csvText } from '../../shared/csv/csv';
import { plainFigure } from '../../shared/csv/plain';
import { tourOf } from '../../shared/figures/tour';
import { tourSays, tourSections } from '../../shared/figures/tourSections';
import { alikeOf } from '../../shared/tour/alike';
import { figureWords } from '../reports/reportOf';
import { readGiven, writeWanted } from './files';
import { oneOf, textOf, UsageError } from './usage';
import type { Words } from './usage';
import type { Asking, Verb } from './verb';

/** `--events none`: of this desk nothing, only the files. */
const NONE = 'none';

export const tour: Verb = {
  name: 'tour',
  usage:
    'tour [--events ID,…|none] [--files FILE.json …] [--json | --out FILE.csv|FILE.xlsx] [--language fi|sv|en]',
  does: 'sums up the events of this desk and those exported from other laptops, each event once; without --events, all of this desk but samples',
  options: {
    events: { type: 'string' },
    files: { type: 'string', multiple: true },
    out: { type: 'string' },
    language: { type: 'string' },
  },
  run: async ({ words, desk }) => {
    const out = textOf(words, 'out');
    const ending = out === undefined ? null : endingOf(out);
    const language = oneOf(textOf(words, 'language') ?? 'fi', ['fi', 'sv', 'en'], 'language');
    const files = await filesIn(words);
    const asking = await desk();
    const read = await asking.ask('tour.read', { files });
    const entries = chosen(read, textOf(words, 'events'));
    const figures = entries.map((one) => one.figures);
    const refused = read.troubles.map(({ file, failure }) => `${file}: ${failure.message}`);
    const notes = notesOf(read, entries);
    const whole = tourOf(figures);
    if (out !== undefined && ending) {
      await writeWanted(out, await contentOf(ending, figures, language, asking));
    }
    return {
      json:
        out === undefined
          ? { tour: whole, events: entries, locked: read.locked, troubles: read.troubles }
          : { written: out, events: whole.events, participants: whole.participants },
      lines: [...tourSays(whole, figureWords('en', 'Europe/Helsinki')), ...notes],
      ...(refused.length ? { refused: refused.join('\n') } : {}),
    };
  },
};

type Read = AnswerOf<'tour.read'>;
type Entries = Read['entries'];

function endingOf(out: string): '.csv' | '.xlsx' {
  const ending = extname(out).toLowerCase();
  if (ending === '.csv' || ending === '.xlsx') return ending;
  throw new UsageError(`--out takes a file that ends with .csv or .xlsx; not "${out}"`);
}

/** Files after `--files` may be named one after another. */
async function filesIn(words: Words) {
  const named = words.values['files'];
  const first = Array.isArray(named) ? named.map(String) : [];
  if (first.length === 0 && words.positionals.length > 0) {
    throw new UsageError(`files are named after --files; not "${words.positionals[0]}"`);
  }
  const files = [];
  for (const path of [...first, ...words.positionals]) {
    const bytes = await readGiven(path);
    files.push({ name: basename(path), bytes: bytes.toString('base64') });
  }
  return files;
}

/** What the files bring is always part of the tour; of this desk's own, what was named. */
function chosen({ entries }: Read, events: string | undefined): Entries {
  if (events === undefined) return entries;
  const wanted = events === NONE ? [] : events.split(',').map((id) => id.trim());
  const known = new Set(entries.map(({ figures }) => figures.event.id));
  const unknown = wanted.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    throw new UsageError(`--events names what is not on this desk: ${unknown.join(', ')}`);
  }
  return entries.filter(({ figures, from }) => {
    return wanted.includes(figures.event.id) || from.some((source) => source !== '');
  });
}

function notesOf({ locked }: Read, entries: Entries): string[] {
  const together = entries.filter(({ told }) => told.length > 0);
  const alike = alikeOf(entries.map(({ figures }) => figures));
  return [
    ...together.map(
      ({ figures, from }) => `${figures.event.name} is counted once, from ${from.length} sources`,
    ),
    ...alike.map(
      (list) =>
        `${list[0]?.event.name} of ${list[0]?.event.date} was begun ${list.length} times by itself and is counted as often: ${list.map(({ event }) => event.id).join(', ')}`,
    ),
    ...(locked > 0 ? [`${locked} events wait for their passphrase and are not counted`] : []),
  ];
}

async function contentOf(
  ending: '.csv' | '.xlsx',
  figures: Array<Entries[number]['figures']>,
  language: 'fi' | 'sv' | 'en',
  asking: Asking,
): Promise<Uint8Array> {
  if (ending === '.xlsx') {
    const { bytes } = await asking.ask('tour.workbook', { figures, language });
    return Buffer.from(bytes, 'base64');
  }
  const [table] = tourSections(figures, figureWords(language, 'Europe/Helsinki'));
  return new TextEncoder().encode(
    csvText(table ? [table.columns, ...table.rows.map((row) => row.map(plainFigure))] : []),
  );
}

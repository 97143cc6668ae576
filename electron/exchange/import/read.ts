import type { ImportRow } from '../../../shared/commands/command';
import type { RejectedRow } from '../../../shared/intake/plan';
import { roomFor } from '../../../shared/intake/fits';
import { sortOut } from '../../../shared/intake/reconcile';
import type { Sorted } from '../../../shared/intake/reconcile';
import { LEFT_OUT } from '../../../shared/intake/columns';
import { cleanColumns, cleanLine } from './clean';
import { columnsByContent, columnsByHeading } from './columns';
import { decode } from './decode';
import type { Encoding } from './decode';
import { readDelimited } from './delimited';
import type { Delimiter } from './delimited';
import { headerRowOf } from './headerRow';
import { kindOf } from './kind';
import { LIMITS } from './limits';
import { refusal } from './refusal';
import { rowMaker } from './rows';
import { topOf } from './top';
import type { TopRow } from './top';
import { readWorkbook } from './workbook';

/** A registration file as bytes, or pasted cells as text. What is not chosen is recognised. */
export interface Source {
  name: string;
  bytes?: Uint8Array | undefined;
  text?: string | undefined;
  encoding?: Encoding | undefined;
  delimiter?: Delimiter | undefined;
  /** Sheet of a workbook; the first if left out. */
  sheet?: string | undefined;
  /** The row that holds the headings, from 1; 0 when there are none. */
  headerRow?: number | undefined;
  /** Column heading → field, '' = keep as an answer, '-' = leave out. */
  mapping?: Record<string, string> | undefined;
}

/** How a file was understood. */
export interface Understood {
  columns: Array<{ heading: string; field: string; samples: string[] }>;
  /** '' for a workbook and for pasted cells. */
  encoding: Encoding | '';
  /** '' for a workbook. */
  delimiter: Delimiter | '';
  sheets: string[];
  sheet: string;
  /** The row that holds the headings, from 1; 0 when there are none. */
  headerRow: number;
  /** The first rows, any of which may hold the headings. */
  top: TopRow[];
}

/** What was found in a file. */
export interface Registrations extends Understood {
  /** The rows that can go in, tidy, numbered as a spreadsheet numbers them. */
  rows: ImportRow[];
  /** The rows that cannot. */
  rejected: RejectedRow[];
}

const SAMPLES = 3;

/**
 * Reads a CSV or XLSX file or pasted cells; nothing in it is run. A column is read into what the
 * mapping says, else what was `remembered` for its heading, else what is recognised; the others are
 * kept as answers. Throws a DeskError `import.…` when the file as a whole cannot be read.
 */
export async function readRegistrations(
  source: Source,
  remembered: Record<string, string>,
): Promise<Registrations> {
  const rows: ImportRow[] = [];
  const read = await readInPieces(source, remembered, (some) => {
    for (const row of some) rows.push(row);
  });
  return { ...read, rows };
}

/** Rows that are handed over at once: taking them in must not keep a desk from its other work. */
const AT_ONCE = 500;

/**
 * As `readRegistrations`, but the rows are handed over some at a time, with the share of the file that they end,
 * so that whoever takes them can begin before the last are read.
 */
export async function readInPieces(
  source: Source,
  remembered: Record<string, string>,
  take: (rows: ImportRow[], share: number) => void,
): Promise<Omit<Registrations, 'rows'>> {
  const { cells, ...found } = await cellsOf(source);
  if (!cells.some((row) => row.some((cell) => cleanLine(cell)))) {
    throw refusal('empty', { file: source.name });
  }
  const header = headerIndex(source.headerRow, cells);
  const data = cells.slice(header + 1);
  const headings = header < 0 ? [] : (cells[header] ?? []).map(cleanLine);
  const clean = cleanColumns(data, headings.findLastIndex(Boolean) + 1);
  const columns = clean.map(({ filled }) => filled);
  if (columns.every((filled) => filled.length === 0)) {
    throw refusal('headersOnly', { file: source.name });
  }
  const chosen = source.mapping ?? {};
  const mapped =
    header < 0
      ? columnsByContent(columns, chosen)
      : columnsByHeading(
          columns.map((_, at) => headings[at] ?? ''),
          columns,
          { chosen, remembered },
        );
  const fits = mapped.every(({ field }, at) => {
    return field === LEFT_OUT || (clean[at]?.longest ?? 0) <= roomFor(field);
  });
  const rowsOf = rowMaker(clean, mapped, { first: header + 1, headed: header >= 0 });
  const rejected: RejectedRow[] = [];
  for (let from = 0; from < data.length; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, data.length);
    const sorted: Sorted = { good: [], rejected };
    for (const row of rowsOf(from, to)) sortOut(row, sorted, fits);
    take(sorted.good, to / data.length);
  }
  return {
    ...found,
    rejected,
    headerRow: header + 1,
    top: topOf(cells),
    columns: mapped.map(({ heading, field, cells: filled }) => ({
      heading,
      field,
      samples: samplesOf(filled),
    })),
  };
}

/** Index of the row that holds the headings, as chosen or else found; −1 when there are none. */
function headerIndex(chosen: number | undefined, cells: readonly string[][]): number {
  if (chosen === undefined) return headerRowOf(cells);
  if (chosen > cells.length) throw refusal('noSuchRow', { row: chosen, last: cells.length });
  return chosen - 1;
}

/** Longest sample, in characters. */
const SAMPLE_LENGTH = 120;

function samplesOf(filled: readonly string[]): string[] {
  const different = new Set<string>();
  for (const cell of filled) {
    different.add(cell.length > SAMPLE_LENGTH ? `${cell.slice(0, SAMPLE_LENGTH - 1)}…` : cell);
    if (different.size === SAMPLES) break;
  }
  return [...different];
}

interface Found {
  cells: string[][];
  encoding: Encoding | '';
  delimiter: Delimiter | '';
  sheets: string[];
  sheet: string;
}

async function cellsOf(source: Source): Promise<Found> {
  const { name: file, bytes, text, sheet, delimiter } = source;
  const none = { sheets: [], sheet: '' };
  if (bytes === undefined) {
    return { ...readDelimited(text ?? '', delimiter), ...none, encoding: '' };
  }
  if (bytes.length === 0) throw refusal('empty', { file });
  if (bytes.length > LIMITS.fileBytes) {
    const mega = (size: number) => Math.ceil(size / 1024 / 1024);
    throw refusal('tooLarge', { file, size: mega(bytes.length), max: mega(LIMITS.fileBytes) });
  }
  if (kindOf(bytes, file) === 'workbook') {
    return { ...(await readWorkbook(bytes, file, sheet)), encoding: '', delimiter: '' };
  }
  const decoded = decode(bytes, source.encoding);
  return { ...readDelimited(decoded.text, delimiter), ...none, encoding: decoded.encoding };
}

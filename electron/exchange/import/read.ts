import type { ImportRow } from '../../../shared/commands/command';
import { checkRow } from '../../../shared/intake/check';
import type { RejectedRow } from '../../../shared/intake/plan';
import { tidyRow } from '../../../shared/intake/tidy';
import { cleanLine } from './clean';
import { columnsByContent, columnsByHeading } from './columns';
import { decode } from './decode';
import type { Encoding } from './decode';
import { readDelimited } from './delimited';
import { headerRowOf } from './headerRow';
import { kindOf } from './kind';
import { LIMITS } from './limits';
import { refusal } from './refusal';
import { importRows } from './rows';
import { readWorkbook } from './workbook';

/** A registration file as bytes, or pasted cells as text. */
export interface Source {
  name: string;
  bytes?: Uint8Array;
  text?: string;
  /** Sheet of a workbook; the first if left out. */
  sheet?: string;
  /** Column heading → field, '' = keep as an answer, '-' = leave out. */
  mapping?: Record<string, string>;
}

/** What was found in a file. */
export interface Registrations {
  /** The rows that can go in, numbered as a spreadsheet numbers them. */
  rows: ImportRow[];
  /** The rows that cannot. */
  rejected: RejectedRow[];
  columns: Array<{ heading: string; field: string; samples: string[] }>;
  /** '' for a workbook. */
  encoding: string;
  /** '' for a workbook. */
  delimiter: string;
  sheets: string[];
  sheet: string;
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
  const { cells, ...found } = await cellsOf(source);
  if (!cells.some((row) => row.some((cell) => cleanLine(cell)))) {
    throw refusal('empty', { file: source.name });
  }
  const header = headerRowOf(cells);
  const data = cells.slice(header + 1);
  const headings = header < 0 ? [] : (cells[header] ?? []).map(cleanLine);
  const columns = filledColumns(data, headings);
  const chosen = source.mapping ?? {};
  const mapped =
    header < 0
      ? columnsByContent(columns, chosen)
      : columnsByHeading(
          columns.map((_, at) => headings[at] ?? ''),
          columns,
          { chosen, remembered },
        );
  const rows: ImportRow[] = [];
  const rejected: RejectedRow[] = [];
  for (const read of importRows(data, mapped, header + 1, header >= 0)) {
    const row = tidyRow(read);
    const why = checkRow(row);
    if (why) rejected.push(why);
    else rows.push(row);
  }
  return {
    ...found,
    rows,
    rejected,
    columns: mapped.map(({ heading, field, cells: filled }) => ({
      heading,
      field,
      samples: [...new Set(filled)].slice(0, SAMPLES),
    })),
  };
}

/** The filled cells of each column, up to the last that has a heading or anything in it. */
function filledColumns(data: ReadonlyArray<readonly string[]>, headings: readonly string[]) {
  const columns: string[][] = headings.slice(0, headings.findLastIndex(Boolean) + 1).map(() => []);
  for (const row of data) {
    for (const [at, cell] of row.entries()) {
      const clean = cleanLine(cell);
      if (!clean) continue;
      while (columns.length <= at) columns.push([]);
      columns[at]?.push(clean);
    }
  }
  return columns;
}

interface Found {
  cells: string[][];
  encoding: Encoding | '';
  delimiter: string;
  sheets: string[];
  sheet: string;
}

async function cellsOf({ name: file, bytes, text, sheet }: Source): Promise<Found> {
  const none = { sheets: [], sheet: '' };
  if (bytes === undefined) return { ...readDelimited(text ?? ''), ...none, encoding: 'utf-8' };
  if (bytes.length === 0) throw refusal('empty', { file });
  if (bytes.length > LIMITS.fileBytes) {
    const mega = (size: number) => Math.ceil(size / 1024 / 1024);
    throw refusal('tooLarge', { file, size: mega(bytes.length), max: mega(LIMITS.fileBytes) });
  }
  if (kindOf(bytes, file) === 'workbook') {
    return { ...(await readWorkbook(bytes, file, sheet)), encoding: '', delimiter: '' };
  }
  const decoded = decode(bytes);
  return { ...readDelimited(decoded.text), ...none, encoding: decoded.encoding };
}

// Not its /node entry, which parses in threads of its own, out of reach of a limit on memory.
import readExcelFile from 'read-excel-file/universal';
import { wrongArchive } from './archive';
import { bestHeaderRow, headerRowOf } from './headerRow';
import { withinLimits } from './limits';
import { refusal } from './refusal';
import { checkedZip } from './zip';

/** The cells of one sheet as text, and which sheets there are. */
export interface Workbook {
  sheets: string[];
  sheet: string;
  cells: string[][];
}

/**
 * Reads one sheet of an XLSX workbook: the named one, else the first, unless that is plainly no list of people and
 * another one is. Formulas count by their last value.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  wanted = '',
): Promise<Workbook> {
  const wrong = wrongArchive(checkedZip(bytes, file));
  if (wrong) throw refusal(wrong, { file });
  const book = await sheetsOf(bytes, file);
  const sheets = book.map(({ sheet }) => sheet);
  const found = wanted ? book.find(({ sheet }) => sheet === wanted) : likely(book);
  if (!found) throw refusal('unknownSheet', { sheet: wanted, sheets: sheets.join(', ') });
  const cells = found.data.map((row) => row.map(cellText));
  return { sheets, sheet: found.sheet, cells: withinLimits(cells) };
}

type Book = Awaited<ReturnType<typeof sheetsOf>>;

/** Rows by which a sheet is judged. */
const LOOKED_AT = 60;

/**
 * Instructions often stand before the list: where the first sheet has neither headings nor addresses, the first
 * that has headings is read.
 */
function likely(book: Book): Book[number] | undefined {
  const [first, ...others] = book;
  const topOf = ({ data }: Book[number]) =>
    data.slice(0, LOOKED_AT).map((row) => row.map(cellText));
  const top = first ? topOf(first) : [];
  if (headerRowOf(top) >= 0 || top.some((row) => row.some((cell) => cell.includes('@')))) {
    return first;
  }
  return others.find((one) => bestHeaderRow(topOf(one)).recognised > 1) ?? first;
}

async function sheetsOf(bytes: Uint8Array, file: string) {
  try {
    return await readExcelFile(Uint8Array.from(bytes).buffer);
  } catch (error) {
    if (error instanceof Error) throw refusal('damaged', { file });
    throw error;
  }
}

const SECOND = 1_000;

/** A date as `YYYY-MM-DD`, with a time as `YYYY-MM-DD HH:MM[:SS]`; a time alone as `HH:MM`. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return '';
  const rounded = new Date(Math.round(value.getTime() / SECOND) * SECOND).toISOString();
  const day = rounded.slice(0, 10);
  const time = rounded.slice(11, 19).replace(/:00$/, '');
  if (day < '1900-01-02') return time;
  return time === '00:00' ? day : `${day} ${time}`;
}

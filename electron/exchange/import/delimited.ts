import Papa from 'papaparse';
import { unguarded } from '../../../shared/csv/guard';
import { bestHeaderRow } from './headerRow';
import { LIMITS, withinLimits } from './limits';
import { regularRecords } from './regular';
import { refusal } from './refusal';

export const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How many records are looked at to find the delimiter. */
const LOOKED_AT = 60;

/**
 * Delimited text as cells. Row n of a spreadsheet is record n − 1 here, blank ones included: a
 * quoted line end does not begin a row. All line ends within cells become `\n`. The delimiter is
 * the chosen one, or else found.
 */
export function readDelimited(
  source: string,
  chosen?: Delimiter,
): { cells: string[][]; delimiter: Delimiter } {
  const marked = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const text = LONE_RETURN.test(marked) ? unixLines(marked) : marked;
  const delimiter = chosen ?? delimiterOf(text);
  const most = LIMITS.rows + 1;
  const data = regularRecords(text, delimiter, most) ?? recordsOf(unixLines(text), delimiter, most);
  while (data.length > 0 && data.at(-1)?.every((cell) => !cell.trim())) data.pop();
  if (text.includes("'")) {
    for (const row of data) {
      for (let at = 0; at < row.length; at++) {
        const cell = row[at];
        if (cell?.includes("'")) row[at] = unguarded(cell);
      }
    }
  }
  return { cells: withinLimits(data), delimiter };
}

/** A line end of its own, as very old programs write them. */
const LONE_RETURN = /\r(?!\n)/;

const unixLines = (text: string) => text.replace(/\r\n?/g, '\n');

/**
 * The first records of a text, at most so many, whatever stands about its quotes. A line without quotes is split
 * as it stands; a record with quotes is papaparse's.
 */
function recordsOf(text: string, delimiter: Delimiter, most: number): string[][] {
  const records: string[][] = [];
  let quote = text.indexOf('"');
  for (let at = 0; at <= text.length && records.length < most;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
    if (quote < 0 || quote >= end) {
      records.push(text.slice(at, end).split(delimiter));
      at = end + 1;
      continue;
    }
    const { record, length } = quotedRecord(text.slice(at), delimiter, records.length);
    records.push(record);
    at += length;
  }
  return records;
}

/** The first record of a text and how many characters it takes, its line end included. */
function quotedRecord(text: string, delimiter: Delimiter, before: number) {
  // Not Papa.parse, which takes a byte order mark off the beginning of every text.
  const parser = new Papa.Parser({ delimiter, newline: '\n', preview: 1 });
  const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(text, 0, false);
  if (errors.some((error) => error.code === 'MissingQuotes')) {
    throw refusal('openQuote', { row: before + 1 });
  }
  return { record: data[0] ?? [], length: meta.cursor };
}

/**
 * The delimiter that makes a table of the beginning: with headings known, else with rows of one
 * width. Commas and semicolons in prose or in quoted cells make neither.
 */
export function delimiterOf(text: string): Delimiter {
  let best: Delimiter = ';';
  let highest = -1;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(firstRecords(text, delimiter));
    if (score > highest) [best, highest] = [delimiter, score];
  }
  return best;
}

function firstRecords(text: string, delimiter: Delimiter): string[][] {
  const regular = regularRecords(text, delimiter, LOOKED_AT);
  if (regular) return regular;
  const options = { newline: '\n', preview: LOOKED_AT, skipEmptyLines: false } as const;
  const beginning = unixLines(text.slice(0, 500_000));
  return Papa.parse<string[]>(beginning, { ...options, delimiter }).data;
}

function scoreOf(rows: readonly string[][]): number {
  const filled = rows.filter((row) => row.some((cell) => cell.trim()));
  if (filled.length === 0) return 0;
  const widths = new Map<number, number>();
  for (const row of filled) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const [width = 1, often = 0] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const header = bestHeaderRow(rows);
  const known = header.recognised >= 2 ? header.recognised : 0;
  const tooWide = header.recognised > 0 && header.width < width;
  if (width === 1 || tooWide) return known * 1_000;
  return known * 1_000 + (often / filled.length) * 100 + Math.min(width, 20) / 100;
}

import { unguarded } from '../../../shared/csv/guard';
import { bestHeaderRow } from './headerRow';
import { LIMITS, withinLimits } from './limits';
import { recordsOf } from './records';

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
  const text = LONE_RETURN.test(marked) ? marked.replace(/\r\n?/g, '\n') : marked;
  const delimiter = chosen ?? delimiterOf(text);
  const data = recordsOf(text, delimiter, LIMITS.rows + 1);
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

/**
 * The delimiter that makes a table of the beginning: with headings known, else with rows of one
 * width. Commas and semicolons in prose or in quoted cells make neither.
 */
export function delimiterOf(text: string): Delimiter {
  let best: Delimiter = ';';
  let highest = -1;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(recordsOf(text, delimiter, LOOKED_AT, true));
    if (score > highest) [best, highest] = [delimiter, score];
  }
  return best;
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

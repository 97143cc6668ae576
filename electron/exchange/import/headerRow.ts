import { recognise } from './recognise';

/** How many rows may stand above the headings: a title, a date, blank ones. */
const LOOKED_AT = 30;

/** Longest heading that is looked at, in characters: prose in a cell is none. */
const LONGEST = 200;

export interface HeaderRow {
  /** Index of the row. */
  at: number;
  /** How many different fields its headings name. */
  recognised: number;
  /** Its cells up to the last that is filled. */
  width: number;
}

/** The row among the first that names the most fields; the first of equals. */
export function bestHeaderRow(rows: readonly string[][]): HeaderRow {
  let best: HeaderRow = { at: 0, recognised: 0, width: 0 };
  for (const [at, row] of rows.slice(0, LOOKED_AT).entries()) {
    const fields = new Set(
      row.map((cell) => (cell.length > LONGEST ? undefined : recognise(cell)?.field)),
    );
    fields.delete(undefined);
    const width = row.findLastIndex((cell) => cell.trim()) + 1;
    if (fields.size > best.recognised) best = { at, recognised: fields.size, width };
  }
  return best;
}

/** A row of headings may stand so many rows below one that names groups of columns. */
const BELOW_GROUPS = 3;

/**
 * Where the headings are: the first row with two known ones (below a row that names groups of
 * columns), or one with a known one that otherwise looks like headings. −1 when there are none.
 */
export function headerRowOf(rows: readonly string[][]): number {
  const recognised = rows.slice(0, LOOKED_AT).map((row) => bestHeaderRow([row]).recognised);
  const first = recognised.findIndex((count) => count >= 2);
  if (first < 0) return fewKnown(rows, recognised);
  const near = recognised.slice(first, first + BELOW_GROUPS);
  return first + near.indexOf(Math.max(...near));
}

/**
 * The first filled row of the table's width, if it holds one known heading that stands nowhere below
 * it (a role may be called as a heading is), and nothing like data.
 */
function fewKnown(rows: readonly string[][], recognised: readonly number[]): number {
  const beginning = rows.slice(0, LOOKED_AT * 2);
  const widths = beginning.map(filledCells);
  const width = Math.max(0, ...widths);
  const at = widths.findIndex((filled) => filled === width && filled > 0);
  const row = rows[at] ?? [];
  const below = beginning.slice(at + 1);
  const known = row.findIndex((cell) => recognise(cell)?.sure);
  if (recognised[at] !== 1 || known < 0 || below.every((cells) => filledCells(cells) === 0)) {
    return -1;
  }
  const plain = row.every((cell) => cell.length <= LONGEST && !/[@\d]/.test(cell));
  return plain && below.every((cells) => cells[known] !== row[known]) ? at : -1;
}

const filledCells = (row: readonly string[]) => row.filter((cell) => cell.trim()).length;

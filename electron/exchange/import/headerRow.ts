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

/**
 * Where the headings are: the first row with two known ones, or the first filled row of a table of
 * one column when it is one. −1 when the cells have no headings.
 */
export function headerRowOf(rows: readonly string[][]): number {
  const first = rows.slice(0, LOOKED_AT).findIndex((row, at) => {
    const { recognised } = bestHeaderRow(rows.slice(at, at + 1));
    return recognised >= 2 && row.length > 0;
  });
  if (first >= 0) return first;
  const filled = rows.findIndex((row) => row.some((cell) => cell.trim()));
  const narrow = rows.every((row) => row.findLastIndex((cell) => cell.trim()) <= 0);
  const [only = ''] = rows[filled] ?? [];
  return narrow && recognise(only)?.sure ? filled : -1;
}

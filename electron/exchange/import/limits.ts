import { refusal } from './refusal';

/** What is read at most; beyond it a file is refused whole, never cut silently. */
export const LIMITS = {
  fileBytes: 100 * 1024 * 1024,
  unpackedBytes: 300 * 1024 * 1024,
  columns: 500,
  rows: 50_000,
  cellCharacters: 20_000,
  headingCharacters: 500,
} as const;

/** The column's letter as a spreadsheet shows it; `index` from 0. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const isLong = (cell: string) => cell.length > LIMITS.cellCharacters;

/** Refuses a table that is larger than the limits. Returns it otherwise. */
export function withinLimits(cells: string[][]): string[][] {
  if (cells.length > LIMITS.rows) {
    throw refusal('tooManyRows', { max: LIMITS.rows });
  }
  for (const [at, row] of cells.entries()) {
    if (row.length > LIMITS.columns && row.findLastIndex(Boolean) >= LIMITS.columns) {
      throw refusal('tooManyColumns', { columns: row.length, max: LIMITS.columns });
    }
    const long = row.findIndex(isLong);
    if (long >= 0) {
      const column = columnLetter(long);
      throw refusal('cellTooLong', { row: at + 1, column, max: LIMITS.cellCharacters });
    }
  }
  return cells;
}

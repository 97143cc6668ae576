import { cleanLine } from './clean';

/** One of the first rows of a table, to choose the headings by. */
export interface TopRow {
  /** As a spreadsheet numbers it. */
  row: number;
  /** What stands in its filled cells, shortened. */
  cells: string;
}

/** How many filled rows, and how much of each in characters. */
const ROWS = 12;
const CHARACTERS = 90;

/** The first filled rows. */
export function topOf(cells: readonly string[][]): TopRow[] {
  const top: TopRow[] = [];
  for (const [at, row] of cells.entries()) {
    const text = row
      .map((cell) => cleanLine(cell.slice(0, CHARACTERS)))
      .filter(Boolean)
      .join(' · ');
    if (!text) continue;
    const shown = text.length > CHARACTERS ? `${text.slice(0, CHARACTERS - 1)}…` : text;
    top.push({ row: at + 1, cells: shown });
    if (top.length === ROWS) break;
  }
  return top;
}

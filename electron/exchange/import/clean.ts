/**
 * Control characters but tab and line feed, zero-width characters, byte order marks, and the marks
 * that change the direction of text, by which a name could be shown as another.
 */
const HIDDEN = /(?![\t\n])[\p{Cc}\p{Cf}]/gu;

/** Half a surrogate pair. */
const LONE = /\p{Cs}/gu;

/** Composed Latin letters and signs with single blanks between: clean as it stands. */
const CLEAN = /^[!-~\u00C0-\u017F]+(?: [!-~\u00C0-\u017F]+)*$/;

/** A cell of one line: hidden characters gone, blanks of every kind single. Nothing is re-cased. */
export function cleanLine(cell: string): string {
  if (cell === '' || CLEAN.test(cell)) return cell;
  return visible(cell).replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/** A cell of prose: as `cleanLine`, with its line ends. */
export function cleanText(cell: string): string {
  if (cell === '' || CLEAN.test(cell)) return cell;
  return visible(cell).trim().normalize('NFC');
}

/** Without hidden characters; half a surrogate pair, which no file could hold, becomes `�`. */
function visible(cell: string): string {
  return cell.replace(LONE, '\uFFFD').replace(HIDDEN, '');
}

/** The filled cells of one column by their row, from 0. */
export interface CleanColumn {
  /** Each as `cleanLine` leaves it. */
  lines: string[];
  /** They without the gaps. */
  filled: string[];
  /** Those that `cleanText` leaves otherwise. */
  texts: Map<number, string>;
  /** Characters of the longest cell, as it was. */
  longest: number;
}

/**
 * The columns of a table, up to the last in which there is anything, and at least so many. Every cell is made
 * clean once: it is what takes longest about a large table.
 */
export function cleanColumns(
  rows: ReadonlyArray<readonly string[]>,
  atLeast: number,
): CleanColumn[] {
  const columns = Array.from({ length: atLeast }, emptyColumn);
  for (const [at, row] of rows.entries()) {
    for (let index = 0; index < row.length; index++) {
      const cell = row[index] ?? '';
      const line = cleanLine(cell);
      if (!line) continue;
      while (columns.length <= index) columns.push(emptyColumn());
      const column = columns[index];
      if (!column) continue;
      column.lines[at] = line;
      column.filled.push(line);
      if (cell.length > column.longest) column.longest = cell.length;
      if (line === cell) continue;
      const text = cleanText(cell);
      if (text !== line) column.texts.set(at, text);
    }
  }
  return columns;
}

const emptyColumn = (): CleanColumn => ({ lines: [], filled: [], texts: new Map(), longest: 0 });

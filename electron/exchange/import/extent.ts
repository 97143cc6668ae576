import { columnLetter, LIMITS } from './limits';
import { refusal } from './refusal';

/** Cells that a sheet may span, empty ones between included: a reader holds a place for each. */
const MOST = 40_000_000;

/**
 * Rows with something in them that a sheet may have. More than may be read of one, for the reader takes in every
 * sheet of a workbook, whichever is meant; a million would keep it busy for minutes and fill the memory.
 */
const MOST_ROWS = 4 * LIMITS.rows;

const CELL = Buffer.from('<c r="');
const [A, Z, ZERO, NINE] = [65, 90, 48, 57] as const;
const [SLASH, TAG_END] = [47, 62] as const;

/**
 * Refuses a sheet (the bytes of its XML) in which single cells stand so far out that reading it would
 * fill the memory with empty ones, and one of far too many rows.
 */
export function checkExtent(xml: Buffer, file: string): void {
  let [column, row] = [0, 0];
  let [filled, lastFilled] = [0, 0];
  for (let at = xml.indexOf(CELL); at >= 0; at = xml.indexOf(CELL, at)) {
    at += CELL.length;
    let letters = 0;
    for (let byte = xml[at] ?? 0; byte >= A && byte <= Z; byte = xml[++at] ?? 0) {
      letters = letters * 26 + byte - A + 1;
    }
    let digits = 0;
    for (let byte = xml[at] ?? 0; byte >= ZERO && byte <= NINE; byte = xml[++at] ?? 0) {
      digits = digits * 10 + byte - ZERO;
    }
    column = Math.max(column, letters);
    row = Math.max(row, digits);
    if (digits === lastFilled) continue;
    at = xml.indexOf(TAG_END, at);
    if (at < 0) break;
    if (xml[at - 1] === SLASH) continue;
    [filled, lastFilled] = [filled + 1, digits];
    if (filled > MOST_ROWS) throw refusal('tooManyRows', { max: LIMITS.rows });
  }
  if (column * row <= MOST) return;
  const name = Number.isSafeInteger(column) ? columnLetter(column - 1) : '…';
  throw refusal('sheetTooLarge', { file, cell: `${name}${row}` });
}

import { columnLetter } from './limits';
import { refusal } from './refusal';

/** Cells that a sheet may span, empty ones between included: a reader holds a place for each. */
const MOST = 40_000_000;

const CELL = Buffer.from('<c r="');
const [A, Z, ZERO, NINE] = [65, 90, 48, 57] as const;

/**
 * Refuses a sheet (the bytes of its XML) in which single cells stand so far out that reading it would
 * fill the memory with empty ones.
 */
export function checkExtent(xml: Buffer, file: string): void {
  let [column, row] = [0, 0];
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
  }
  if (column * row <= MOST) return;
  const name = Number.isSafeInteger(column) ? columnLetter(column - 1) : '…';
  throw refusal('sheetTooLarge', { file, cell: `${name}${row}` });
}

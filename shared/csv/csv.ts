import { guarded } from './guard';

/** Rows as CSV: UTF-8 with BOM, lines closed by CR LF, cells quoted where they have to be. Nothing in it is run by a spreadsheet. */
export function csvText(
  rows: ReadonlyArray<readonly string[]>,
  delimiter: ';' | ',' = ';',
): string {
  const lines = rows.map((row) => row.map((cell) => cellText(cell, delimiter)).join(delimiter));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}

function cellText(text: string, delimiter: string): string {
  const safe = guarded(text);
  const plain = !/["\r\n]/.test(safe) && !safe.includes(delimiter);
  return plain ? safe : `"${safe.replaceAll('"', '""')}"`;
}

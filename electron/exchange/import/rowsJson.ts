import type { ImportRow } from '../../../shared/commands/command';
import { keepJson } from '../../../shared/facts/factJson';

/**
 * Rows on their way between threads: as JSON, because parsing it takes half of what a structured clone takes, and
 * the text of what a row states goes into the journal as it is.
 */
export const rowsToJson = (rows: readonly ImportRow[]): string => JSON.stringify(rows);

/** How a row begins. Within a text its quotation marks would be escaped, so it stands nowhere else. */
const beginning = ({ row }: ImportRow) => `{"row":${row},"fields":`;

/** The way back. */
export function rowsFrom(json: string): ImportRow[] {
  const rows: ImportRow[] = JSON.parse(json);
  let at = 1;
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    const end = next ? json.indexOf(`,${beginning(next)}`, at) : json.length - 1;
    const begins = beginning(row);
    // A row with a code has more behind its fields.
    const isPlain = row.code === undefined && end > 0 && json.startsWith(begins, at);
    if (isPlain) keepJson(row.fields, json.slice(at + begins.length, end - 1));
    at = end + 1;
  }
  return rows;
}

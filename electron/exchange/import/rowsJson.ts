import type { ImportRow } from '../../../shared/commands/command';
import { keepJson } from '../../../shared/facts/factJson';

/**
 * Rows on their way between threads, as JSON: parsing it takes half of what a structured clone takes, and the text
 * of what a row states goes into the journal as it is.
 */
export interface RowsJson {
  json: string;
  /** Length of each row's text, between which there is a comma. */
  lengths: number[];
}

const FIELDS = ',"fields":';

export function rowsToJson(rows: readonly ImportRow[]): RowsJson {
  const texts = rows.map((row) => JSON.stringify(row));
  return { json: `[${texts.join(',')}]`, lengths: texts.map(({ length }) => length) };
}

/** The way back. */
export function rowsFrom({ json, lengths }: RowsJson): ImportRow[] {
  const rows: ImportRow[] = JSON.parse(json);
  let at = 1;
  for (const [index, { row, code, fields }] of rows.entries()) {
    const end = at + (lengths[index] ?? 0);
    const from = at + `{"row":${row}${FIELDS}`.length;
    // A row with a code has more behind its fields.
    const isAlone = code === undefined && json.startsWith(FIELDS, from - FIELDS.length);
    if (isAlone) keepJson(fields, json.slice(from, end - 1));
    at = end + 1;
  }
  return rows;
}

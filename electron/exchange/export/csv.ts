import Papa from 'papaparse';
import type { EventState } from '../../../shared/model/state';
import { guarded } from '../../../shared/csv/guard';
import { participantTable } from './table';
import type { Cell } from './table';

/**
 * Participants as CSV: UTF-8 with BOM and `;`, which Finnish Excel opens right. Instants are ISO 8601
 * in UTC. Nothing in it is run by a spreadsheet.
 */
export function participantsCsv(state: EventState, delimiter: ';' | ','): string {
  const { headings, rows } = participantTable(state);
  const fields = headings.map(guarded);
  const data = rows.map((row) => row.map(textOf));
  return `\uFEFF${Papa.unparse({ fields, data }, { delimiter, newline: '\r\n' })}\r\n`;
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'string' ? guarded(cell) : String(cell);
}

import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeXlsxFile from 'write-excel-file/node';
import type { Feature, Sheet, SheetData } from 'write-excel-file/node';
import { clockTime, dateOf } from '../../../shared/programme/instant';
import type { Cell } from './table';

/** One sheet of a workbook: headings, rows under them, and how its numbers are shown. */
export interface SheetContent {
  name: string;
  headings: readonly string[];
  rows: ReadonlyArray<readonly Cell[]>;
  /** By heading; per cent for shares. Whole and decimal numbers need none. */
  formats?: Readonly<Record<string, string>>;
}

/** What of a sheet its filter is over. */
interface Filtered {
  name: string;
  headings: readonly string[];
  rows: ReadonlyArray<readonly unknown[]>;
}

const TIME = 'd.m.yyyy h:mm';

/** Columns wider than this, in characters, are cut by the screen anyway. */
const WIDEST = 40;

/** The longest text that a cell of a workbook can hold; Excel calls a file with a longer one damaged. */
const LONGEST = 32_767;

/**
 * Sheets as a workbook: heads bold and frozen, a filter on every column, columns as wide as what is in them.
 * Instants are real dates in the given zone; text stays text, so that nothing is taken for a formula. A text
 * longer than a cell can hold ends in `…`.
 */
export async function workbook(
  sheets: readonly SheetContent[],
  timeZone: string,
): Promise<Uint8Array> {
  return writeXlsxFile(
    sheets.map((one) => sheetOf(one, timeZone)),
    { features: [filters(sheets)], fontFamily: 'Arial', fontSize: 10 },
  ).toBuffer();
}

function sheetOf(
  { name, headings, rows, formats = {} }: SheetContent,
  timeZone: string,
): Sheet<never> {
  const head = headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const shown = headings.map((heading) => formats[heading]);
  const data: SheetData = [
    head,
    ...rows.map((row) => row.map((cell, at) => cellOf(cell, timeZone, shown[at]))),
  ];
  const columns = headings.map((heading, at) => ({
    // The filter's button stands in the head beside the words.
    width: Math.min(
      WIDEST,
      Math.max(heading.length + 3, ...rows.map((row) => widthOf(row[at]))) + 2,
    ),
  }));
  return { sheet: name, data, columns, stickyRowsCount: 1 };
}

function cellOf(cell: Cell, timeZone: string, format: string | undefined) {
  if (cell === null || cell === '') return null;
  if (cell instanceof Date) return { value: onTheClock(cell, timeZone), type: Date, format: TIME };
  if (typeof cell === 'number') return { value: cell, type: Number, ...(format ? { format } : {}) };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  const value = cell.length > LONGEST ? `${cell.slice(0, LONGEST - 1)}…` : cell;
  return { value, type: String };
}

/** A workbook knows no time zones: what the clock showed at the event, as if it were UTC. */
function onTheClock(instant: Date, timeZone: string): Date {
  const { hours, minutes } = clockTime(instant.getTime(), timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  return new Date(`${dateOf(instant.getTime(), timeZone)}T${two(hours)}:${two(minutes)}:00Z`);
}

function widthOf(cell: Cell | undefined): number {
  if (cell instanceof Date) return TIME.length;
  return Math.max(
    0,
    ...String(cell ?? '')
      .split('\n')
      .map((line) => line.length),
  );
}

/**
 * A filter over each sheet's table: right behind the data (ECMA-376, CT_Worksheet), and once more as the name by
 * which Excel itself writes it and without which LibreOffice does not see it.
 */
export function filters(sheets: readonly Filtered[]): Feature<Stream | Buffer | Blob> {
  const last = ({ headings, rows }: Filtered) => [columnName(headings.length), rows.length + 1];
  const names = sheets.map((sheet, at) => {
    const [column, row] = last(sheet);
    const place = `'${sheet.name.replaceAll("'", "''")}'!$A$1:$${column}$${row}`;
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${xmlText(place)}</definedName>`;
  });
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace('</sheets>', `</sheets><definedNames>${names.join('')}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            if (!sheet) return xml;
            const filter = `<autoFilter ref="A1:${last(sheet).join('')}"/>`;
            return xml.replace('</sheetData>', `</sheetData>${filter}`);
          },
        },
      },
    },
  };
}

const xmlText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Letters of a column, from 1: A … Z, AA … */
function columnName(column: number): string {
  if (column < 1) return '';
  const rest = (column - 1) % 26;
  return columnName((column - 1 - rest) / 26) + String.fromCodePoint(65 + rest);
}

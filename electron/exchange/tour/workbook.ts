import writeXlsxFile from 'write-excel-file/node';
import type { SheetData } from 'write-excel-file/node';
import type { Figures } from '../../../shared/figures/model';
import { tourTable } from '../../../shared/figures/tourTable';
import type { TourCell, TourKind } from '../../../shared/figures/tourTable';
import { tourSections } from '../../../shared/figures/tourSections';
import { NONE } from '../../../shared/figures/words';
import type { FigureWords } from '../../../shared/figures/words';
import { plainFigure } from '../../../shared/csv/plain';
import { filters } from '../export/workbook';

const FORMAT: Partial<Record<TourKind, string>> = {
  count: '#,##0',
  share: '0.0%',
  mean: '0.0',
  day: 'd.m.yyyy',
};

/** Columns wider than this, in characters, are cut by the screen anyway. */
const WIDEST = 40;

/**
 * The tour as a workbook: one row an event with real numbers and days, the whole tour below them; then a sheet
 * for every other part of the figures, in numbers as exact as on the screen. Each has a filter, the whole tour
 * stays out of it.
 */
export async function tourWorkbook(
  figures: readonly Figures[],
  words: FigureWords,
): Promise<Uint8Array> {
  const { columns, rows, total } = tourTable(figures, words);
  const bold = { fontWeight: 'bold' as const };
  const data: SheetData = [
    columns.map(({ name }) => ({ value: name, type: String, wrap: true, ...bold })),
    ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]?.kind ?? 'text'))),
    total.map((cell, at) => {
      const made = cellOf(cell, columns[at]?.kind ?? 'text');
      return made && { ...made, ...bold };
    }),
  ];
  const widths = columns.map(({ kind }, at) => {
    if (kind !== 'text') return { width: 13 };
    const longest = Math.max(...rows.map((row) => String(row[at] ?? '').length), 8);
    return { width: Math.min(WIDEST, longest + 2) };
  });
  const [, ...others] = tourSections(figures, words);
  const first = nameOf(words.say('tour.events'));
  const filtered = [
    { name: first, headings: columns.map(({ name }) => name), rows },
    ...others.map((one) => ({ name: nameOf(one.heading), headings: one.columns, rows: one.rows })),
  ];
  return writeXlsxFile(
    [
      { sheet: first, data, columns: widths, stickyRowsCount: 1 },
      ...others.map(({ heading, columns: names, rows: lines }) => ({
        sheet: nameOf(heading),
        data: [
          names.map((value) => ({ value, type: String, ...bold })),
          ...lines.map((line) => line.map((value, at) => (at === 0 ? named(value) : shown(value)))),
        ],
        columns: names.map((_, at) => ({ width: at === 0 ? WIDEST : 14 })),
        stickyRowsCount: 1,
      })),
    ],
    { features: [filters(filtered)] },
  ).toBuffer();
}

const named = (value: string) => ({ value, type: String });

/** A figure of the screen as a number again. */
function shown(text: string) {
  if (text === '' || text === NONE) return null;
  const plain = plainFigure(text).replace(',', '.');
  if (/^\d+(?:\.\d+)?$/.test(plain)) return { value: Number(plain), type: Number };
  if (/^\d+(?:\.\d+)?%$/.test(plain)) {
    return { value: Number(plain.slice(0, -1)) / 100, type: Number, format: '0.0%' };
  }
  return named(text);
}

/** Words stay words, so that nothing is taken for a formula. */
function cellOf(cell: TourCell, kind: TourKind) {
  if (cell === null || cell === '') return null;
  const format = FORMAT[kind];
  if (typeof cell === 'number') {
    return { value: cell, type: Number, ...(format ? { format } : {}) };
  }
  if (kind === 'day' && format) {
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format };
  }
  return { value: cell, type: String };
}

/** What a sheet may be called: at most 31 characters, and not all of them. */
const nameOf = (heading: string): string => heading.replaceAll(/[\\/*?:[\]]/g, ' ').slice(0, 31);

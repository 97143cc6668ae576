import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { unguarded } from '../../../shared/csv/guard';
import { FORMULAS, hostileDay, made, partOf, textOf } from './made.fixture';

const desk = hostileDay();
/** What Excel and LibreOffice take for the beginning of a formula. */
const runs = (cell: string) =>
  /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell) && !/^\+[\d ]+$/.test(cell);

const tableOf = async (format: 'csv' | 'contacts-csv' | 'attendance-csv', delimiter: ';' | ',') =>
  Papa.parse<string[]>(textOf(await made(desk, format, { delimiter })).replace(/^\uFEFF/, ''), {
    delimiter,
    skipEmptyLines: true,
  }).data;

/** To the second: a workbook counts in days, whose fractions come out a millisecond short. */
const toSecond = (cell: unknown) =>
  cell instanceof Date ? new Date(Math.round(cell.getTime() / 1_000) * 1_000) : cell;

describe('every CSV', () => {
  it.each([
    ['csv', ';'],
    ['csv', ','],
    ['contacts-csv', ';'],
    ['contacts-csv', ','],
    ['attendance-csv', ';'],
    ['attendance-csv', ','],
  ] as const)(
    'has no cell that a spreadsheet runs, and loses nothing: %s %s',
    async (format, delimiter) => {
      const cells = (await tableOf(format, delimiter)).flat();
      expect(cells.filter(runs)).toEqual([]);
      const [one = ''] = FORMULAS;
      expect(cells).toContain(`'${one}${format === 'csv' ? '' : ' Malli0'}`);
      expect(
        cells.map(unguarded).some((cell) => cell.startsWith('＝1+1') || cell.startsWith('＋1')),
      ).toBe(true);
    },
  );
});

describe('the contact list', () => {
  it('holds those who consented and nobody else, name, title, organisation, e-mail and phone', async () => {
    const [head, ...rows] = await tableOf('contacts-csv', ';');
    expect(head).toEqual(['name', 'title', 'organisation', 'email', 'phone']);
    expect(rows.map((row) => row[3])).toEqual([0, 3, 6, 9].map((i) => `p${i}@sepite.example`));
    expect((await made(desk, 'contacts-csv')).rows).toBe(4);
    expect((await made(desk, 'vcf')).rows).toBe(4);
  });
});

describe('the attendance list', () => {
  it('holds name, organisation and the times of those who came, in the zone of the event', async () => {
    const [head, ...rows] = await tableOf('attendance-csv', ';');
    expect(head).toEqual(['name', 'organisation', 'in', 'out']);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toEqual(["'=1+1 Malli0", "'=1+1", '2026-03-18 08:52', '2026-03-18 10:50']);
    expect(rows[1]?.slice(2)).toEqual(['2026-03-18 08:52', '']);
    expect(rows.flat().join()).not.toContain('sepite');
  });

  it('is a workbook with real dates', async () => {
    const { bytes, rows } = await made(desk, 'attendance-xlsx', { language: 'en' });
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    expect(rows).toBe(8);
    expect(sheet?.data[0]).toEqual(['name', 'organisation', 'came', 'left']);
    expect(sheet?.data[1]?.map(toSecond)).toEqual([
      '=1+1 Malli0',
      '=1+1',
      new Date('2026-03-18T08:52:00Z'),
      new Date('2026-03-18T10:50:00Z'),
    ]);
  });
});

describe('the workbook of an event', () => {
  type Sheets = Awaited<ReturnType<typeof readXlsxFile>>;
  let sheets: Sheets = [];
  let book = new Uint8Array();
  beforeAll(async () => {
    book = new Uint8Array((await made(desk, 'xlsx', { language: 'en' })).bytes);
    sheets = await readXlsxFile(Buffer.from(book));
  });
  const rowsOf = (name: string) =>
    (sheets.find(({ sheet }) => sheet === name)?.data ?? []).map((row) => row.map(toSecond));

  it('has a sheet for each thing, in the language asked for', async () => {
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Participants',
      'Check-ins',
      'Programme',
      'Panel turns',
      'Feedback',
      'Figures',
    ]);
    const swedish = await readXlsxFile(
      Buffer.from((await made(desk, 'xlsx', { language: 'sv' })).bytes),
    );
    expect(swedish.map(({ sheet }) => sheet)).toContain('Ankomster');
  });

  it('has text where text was stated, however much it looks like a formula', () => {
    const [head = [], ...rows] = rowsOf('Participants');
    const at = head.indexOf('organisation');
    expect(rows.map((row) => String(row[at]).trim())).toEqual(FORMULAS.map((text) => text.trim()));
  });

  it('has check-ins in their order with real dates', () => {
    const [, first] = rowsOf('Check-ins');
    expect(first?.[0]).toEqual(new Date('2026-03-18T08:52:00Z'));
    expect(first?.slice(4)).toEqual(['Tiski 1', 'yes', new Date('2026-03-18T10:50:00Z')]);
    expect(rowsOf('Check-ins')).toHaveLength(9);
  });

  it('has the programme as planned and as it went, in numbers', () => {
    const rows = rowsOf('Programme');
    expect(rows[1]?.[1]).toBe('=Avaus');
    expect(rows[1]?.slice(4)).toEqual([
      new Date('2026-03-18T09:00:00Z'),
      30,
      null,
      null,
      null,
      null,
    ]);
    expect(rows[2]?.slice(4)).toEqual([
      new Date('2026-03-18T10:00:00Z'),
      45,
      new Date('2026-03-18T10:05:00Z'),
      new Date('2026-03-18T10:50:00Z'),
      45,
      5,
    ]);
  });

  it('has the turns of the panel in seconds', () => {
    const turns = rowsOf('Panel turns').slice(1);
    expect(turns.map((row) => row[3])).toEqual([90, 2_610]);
    expect(turns[1]?.[1]).toBe('moderator');
  });

  it('has the feedback without saying who gave it when, and the figures as numbers', () => {
    const feedback = rowsOf('Feedback').slice(1);
    expect(feedback.map((row) => row[1]).toSorted()).toEqual([3, 4]);
    expect(feedback.flat()).toContain('=1+1');
    const figures = rowsOf('Figures');
    const find = (name: string) => figures.find((row) => row[1] === name);
    expect(find('came')?.slice(2)).toEqual([8, 8 / 9]);
    expect(find('How useful was the event to you?')?.[2]).toBe(3.5);
    expect(find('Would you recommend the event to a colleague?')?.slice(2)).toEqual([2, 0.5]);
  });

  it('has a frozen head, a filter and widths on every sheet, and no formula on any', () => {
    const filters = partOf(book, 'xl/workbook.xml').match(/_xlnm\._FilterDatabase/g);
    expect(filters).toHaveLength(6);
    for (let sheet = 1; sheet <= 6; sheet += 1) {
      const xml = partOf(book, `xl/worksheets/sheet${sheet}.xml`);
      expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
      expect(xml).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+\d+"\/>/);
      expect(xml).toMatch(/<col [^>]*width="\d/);
      expect(xml).not.toMatch(/<f[ >]/);
    }
  });
});

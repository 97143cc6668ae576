import { fitStack } from '../fit';
import { MM } from '../frame';
import { stackHeight } from '../heights';
import { BLACK, GREY, inkOn, WHITE } from '../ink';
import { column, lineAt, type Item } from '../items';
import { lineWidth } from '../line';
import { BREADTH, SECTOR_MARKS } from '../sector-mark';
import type { DoorList, DoorRow, DrawnCards } from './cards';
import { A4, Paper } from './paper';

const SIDE = 14 * MM;
const TOP = 14 * MM;
const FOOT = A4[1] * MM - 14 * MM;
const ROW = 7.4 * MM;
const BOX = 4.2 * MM;
const TEXT = 9.5;
const SMALL = 8;

/** Left edges and widths of the columns, pt. */
const COLUMNS = columnsFrom([
  ['here', 16 * MM],
  ['name', 66 * MM],
  ['organisation', 62 * MM],
  ['code', 24 * MM],
  ['sector', 14 * MM],
]);
type ColumnName = keyof DoorList['headings'];

/**
 * Everybody by last name on A4, with a box to tick: what a reception goes on with when the power, the
 * machine or the network is gone. Headings on every page; two lines of the foot say which page of how
 * many, and when it was printed.
 */
export async function drawDoorList(job: DoorList): Promise<DrawnCards> {
  const paper = new Paper(`${job.title}: ${job.event}`);
  const heads = openingOf(job, paper);
  const first = Math.floor((FOOT - heads.height - ROW - 8 * MM) / ROW);
  const others = Math.floor((FOOT - TOP - ROW - 8 * MM) / ROW);
  const rest = Math.max(0, job.rows.length - first);
  const pages = 1 + Math.ceil(rest / others);
  for (let page = 0, from = 0; page < pages; page += 1) {
    paper.turn();
    const top = page === 0 ? heads.height : TOP;
    if (page === 0) paper.draw(heads.items);
    headings(job, top, paper);
    const count = page === 0 ? first : others;
    job.rows
      .slice(from, from + count)
      .forEach((row, at) => drawRow(row, top + ROW * (at + 1), paper));
    from += count;
    foot(job, `${page + 1} / ${pages}`, paper);
  }
  if (job.rows.length === 0) {
    paper.draw(line(job.empty, 'regular', TEXT, 'name', heads.height + 2 * ROW, paper));
  }
  return paper.finish(job.rows.length);
}

function openingOf(job: DoorList, paper: Paper): { items: Item[]; height: number } {
  const clean = (text: string) => paper.clean(text, job.event, 'eventName');
  const width = A4[0] * MM - 2 * SIDE;
  const blocks = [
    { text: clean(job.title), font: 'bold', largest: 12, smallest: 9, lines: 1 },
    { text: clean(job.event), font: 'bold', largest: 17, smallest: 11, lines: 2 },
    ...job.lines.map((text) => ({
      text: clean(text),
      font: 'regular' as const,
      largest: 9.5,
      smallest: 8,
      lines: 2,
    })),
  ] as const;
  const set = fitStack(blocks, width, 70 * MM, lineWidth);
  return { items: column(set, SIDE, TOP, BLACK), height: TOP + stackHeight(set) + 4 * MM };
}

function headings({ headings: words }: DoorList, top: number, paper: Paper): void {
  for (const name of ['here', 'name', 'organisation', 'code', 'sector'] as const) {
    paper.draw(line(words[name], 'bold', SMALL, name, top + ROW - 5, paper, GREY));
  }
  rule(paper, top + ROW, 0.9);
}

function drawRow(row: DoorRow, top: number, paper: Paper): void {
  const middle = top + ROW / 2;
  const baseline = middle + 0.36 * TEXT;
  const { doc } = paper;
  doc.save().lineWidth(0.8).addContent('0 G');
  const box = { x: COLUMNS.here.left, y: middle - BOX / 2 };
  doc.rect(box.x, box.y, BOX, BOX);
  if (row.here) {
    doc.moveTo(box.x + 0.2 * BOX, middle).lineTo(box.x + 0.42 * BOX, middle + 0.3 * BOX);
    doc.lineTo(box.x + 0.84 * BOX, middle - 0.3 * BOX);
  }
  doc.addContent('S').restore();
  paper.draw([
    ...line(row.name, 'bold', TEXT, 'name', baseline, paper),
    ...line(row.organisation, 'regular', TEXT - 0.5, 'organisation', baseline, paper),
    ...line(row.code, 'regular', SMALL, 'code', baseline, paper),
    ...sectorOf(row, middle),
  ]);
  rule(paper, top + ROW, 0.35);
}

/** A text on one line of its column, smaller or cut where it is too long; what was cut is told. */
function line(
  raw: string,
  font: 'regular' | 'bold',
  size: number,
  name: ColumnName,
  baseline: number,
  paper: Paper,
  ink = BLACK,
): Item[] {
  const text = readable(raw, name, paper);
  if (text === '') return [];
  const { left, width } = COLUMNS[name];
  const block = { text, font, largest: size, smallest: Math.min(size, 7), lines: 1 };
  const [set] = fitStack([block], width, heightOf(text, size), lineWidth);
  if (!set) return [];
  if (set.dropped && (name === 'name' || name === 'code')) {
    paper.warnings.push({
      code: '',
      name: raw,
      kind: 'cut-short',
      field: name === 'name' ? 'lastName' : 'code',
      detail: set.dropped,
    });
  }
  return lineAt(set, left, baseline, ink);
}

/** What of a text can be printed; who has a name that no font has is told from the others by the code. */
function readable(raw: string, column: ColumnName, paper: Paper): string {
  const text = paper.clean(raw, raw, column === 'name' ? 'lastName' : 'organisation');
  if (column !== 'name' || raw === '') return text;
  return text.replaceAll(/^[\s,]+|[\s,]+$/gu, '') || '–';
}

/** Of one line, whatever marks its letters bear. */
function heightOf(text: string, size: number): number {
  return stackHeight([{ lines: [text], size }]);
}

function sectorOf({ sector, sectorLetter }: DoorRow, middle: number): Item[] {
  if (!sector) return [];
  const { shape, colour } = SECTOR_MARKS[sector];
  const side = 4.6 * MM;
  const breadth = BREADTH[shape] * side;
  const x = COLUMNS.sector.left;
  const size = 0.6 * side;
  const ink = inkOn(colour);
  return [
    { kind: 'mark', shape, x, y: middle - side / 2, side, ink: colour },
    {
      kind: 'text',
      text: sectorLetter,
      x: x + (breadth - lineWidth(sectorLetter, size, 'bold')) / 2,
      baseline: middle + 0.357 * size,
      size,
      font: 'bold',
      ink: ink ?? WHITE,
    },
  ];
}

function foot(job: DoorList, page: string, paper: Paper): void {
  const baseline = FOOT + 4 * MM;
  const width = lineWidth(page, SMALL, 'regular');
  const [set] = fitStack(
    [
      {
        text: paper.clean(
          [job.event, job.lines.at(-1)].filter(Boolean).join(' · '),
          job.event,
          'eventName',
        ),
        font: 'regular',
        largest: SMALL,
        smallest: 6.5,
        lines: 1,
      },
    ],
    A4[0] * MM - 2 * SIDE - width - 6 * MM,
    1.5 * SMALL,
    lineWidth,
  );
  paper.draw([
    ...(set ? lineAt(set, SIDE, baseline, GREY) : []),
    {
      kind: 'text',
      text: page,
      x: A4[0] * MM - SIDE - width,
      baseline,
      size: SMALL,
      font: 'regular',
      ink: GREY,
    },
  ]);
}

function rule({ doc }: Paper, y: number, width: number): void {
  doc.save().lineWidth(width).addContent('0.6 G');
  doc.moveTo(SIDE, y).lineTo(A4[0] * MM - SIDE, y);
  doc.addContent('S').restore();
}

function columnsFrom(widths: readonly (readonly [ColumnName, number])[]) {
  let left = SIDE;
  const gap = 2 * MM;
  const found = { here: none(), name: none(), organisation: none(), code: none(), sector: none() };
  for (const [name, width] of widths) {
    found[name] = { left, width: width - gap };
    left += width;
  }
  return found;
}

function none(): { left: number; width: number } {
  return { left: 0, width: 0 };
}

import { badgeFont } from '../badges/fonts';
import { MARGIN, newPaper, PAGE } from './paper';
import { paperText } from './paperText';
import type { DrawnSheet, Sheet, SheetColumn, SheetRow } from './sheet';

type Face = 'regular' | 'bold';

interface Line {
  text: string;
  face: Face;
  size: number;
}

const SIZE = { event: 17, title: 11.5, cell: 10, detail: 8.5, foot: 8.5 } as const;
const LEADING = 1.36;
const GAP = 9;
const PADDING = 5;
const INK = '#1a1f24';
const QUIET = '#555d66';
const RULE = '#b9c0c7';

/**
 * Sets a run sheet on A4 pages: the head of the table on every page, a row in one piece where it fits
 * on a page, page numbers at the foot. Fonts are embedded; a character that the font does not have is
 * shown as "?". Answers the PDF and the number of its pages.
 */
export async function drawSheet(sheet: Sheet): Promise<DrawnSheet> {
  const { doc, finished } = newPaper(`${sheet.title}: ${sheet.event}`);
  new Setting(doc, sheet).all();
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    foot(doc, sheet, page + 1, count);
  }
  doc.end();
  return { pdf: await finished, pages: count };
}

/** One run through the pages; `y` is where the next line goes, pt from the top. */
class Setting {
  readonly #columns: ReadonlyArray<SheetColumn & { left: number; inner: number }>;
  #y = 0;

  constructor(
    readonly doc: PDFKit.PDFDocument,
    readonly sheet: Sheet,
  ) {
    const given = sheet.columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
    const rest = PAGE[0] - 2 * MARGIN - given;
    let left = MARGIN;
    this.#columns = sheet.columns.map((column) => {
      const width = column.width ?? rest;
      const placed = { ...column, left, inner: width - GAP };
      left += width;
      return placed;
    });
  }

  all(): void {
    this.doc.addPage();
    this.#y = MARGIN;
    this.#opening();
    if (this.sheet.rows.length === 0) {
      this.#y += GAP;
      this.#paragraph([{ text: this.sheet.empty, face: 'regular', size: SIZE.cell }]);
      return;
    }
    this.#tableHead();
    this.sheet.rows.forEach((row, at) => this.#row(row, this.sheet.rows[at + 1]));
    if (this.sheet.closing === '') return;
    const line: Line = { text: this.sheet.closing, face: 'bold', size: SIZE.cell };
    if (this.#y + GAP + heightOf([line]) > bottom()) this.#nextPage();
    this.#y += GAP;
    this.#paragraph([line]);
  }

  #opening(): void {
    const width = PAGE[0] - 2 * MARGIN;
    const quiet = (text: string): Line => ({ text, face: 'regular', size: SIZE.cell });
    this.#paragraph([
      { text: this.sheet.title, face: 'bold', size: SIZE.title },
      ...wrap({ text: this.sheet.event, face: 'bold', size: SIZE.event }, width),
      ...this.sheet.lines.flatMap((text) => wrap(quiet(text), width)),
    ]);
    this.#y += GAP;
  }

  #paragraph(lines: readonly Line[]): void {
    for (const line of lines) {
      this.#set(line, MARGIN, this.#y, INK);
      this.#y += line.size * LEADING;
    }
  }

  #tableHead(): void {
    const heads = this.#columns.map(({ heading, inner }) =>
      wrap({ text: heading, face: 'bold', size: SIZE.detail }, inner),
    );
    heads.forEach((lines, at) => {
      lines.forEach((line, down) => {
        const top = this.#y + down * line.size * LEADING;
        this.#set(line, this.#columns[at]?.left ?? MARGIN, top, QUIET);
      });
    });
    this.#y += Math.max(...heads.map(heightOf)) + 3;
    this.#rule(INK, 0.9);
  }

  #row(row: SheetRow, next: SheetRow | undefined): void {
    const columns = row.heading === undefined ? this.#linesOf(row) : [];
    const heading: Line[] =
      row.heading === undefined ? [] : [{ text: row.heading, face: 'bold', size: SIZE.cell }];
    const height = Math.max(heightOf(heading), ...columns.map(heightOf)) + 2 * PADDING;
    // A heading alone at the foot of a page says nothing.
    const kept = row.heading !== undefined && next ? height + this.#heightOfRow(next) : height;
    if (this.#y + kept > bottom() && this.#y > this.#top()) this.#nextTablePage();
    this.#y += PADDING;
    if (heading.length) this.#paragraph(heading);
    else this.#cells(columns);
    this.#y += PADDING;
    this.#rule(RULE, 0.5);
  }

  /** Cells side by side; a row longer than a page goes on, line by line, on the next one. */
  #cells(columns: ReadonlyArray<readonly Line[]>): void {
    let left = columns.map((lines) => [...lines]);
    while (left.some((lines) => lines.length > 0)) {
      let deepest = this.#y;
      left = left.map((lines, at) => {
        let top = this.#y;
        const rest = [...lines];
        while (rest[0] && top + rest[0].size * LEADING <= bottom() - PADDING) {
          const [line] = rest.splice(0, 1);
          if (!line) break;
          this.#set(
            line,
            this.#columns[at]?.left ?? MARGIN,
            top,
            line.size < SIZE.cell ? QUIET : INK,
          );
          top += line.size * LEADING;
        }
        deepest = Math.max(deepest, top);
        return rest;
      });
      this.#y = deepest;
      if (left.some((lines) => lines.length > 0)) this.#nextTablePage();
    }
  }

  #linesOf(row: SheetRow): Line[][] {
    return this.#columns.map(({ width, inner }, at) => {
      const cell: Line = { text: row.cells[at] ?? '', face: 'regular', size: SIZE.cell };
      if (width !== null) return wrap(cell, inner);
      return [
        ...wrap({ text: row.title, face: 'bold', size: SIZE.cell }, inner),
        ...row.details.flatMap((text) => wrap({ text, face: 'regular', size: SIZE.detail }, inner)),
      ];
    });
  }

  #heightOfRow(row: SheetRow): number {
    return Math.max(0, ...this.#linesOf(row).map(heightOf)) + 2 * PADDING;
  }

  /** Where rows begin on a page that has nothing but the head of the table above them. */
  #top(): number {
    return MARGIN + 3 * SIZE.detail * LEADING;
  }

  #nextPage(): void {
    this.doc.addPage();
    this.#y = MARGIN;
  }

  #nextTablePage(): void {
    this.#nextPage();
    this.#tableHead();
  }

  #rule(colour: string, width: number): void {
    const { doc } = this;
    doc.lineWidth(width).strokeColor(colour);
    doc
      .moveTo(MARGIN, this.#y)
      .lineTo(PAGE[0] - MARGIN, this.#y)
      .stroke();
  }

  #set({ text, face, size }: Line, left: number, top: number, colour: string): void {
    setLine(this.doc, { text, face, size }, left, top, colour);
  }
}

function setLine(doc: PDFKit.PDFDocument, line: Line, left: number, top: number, colour: string) {
  doc.font(line.face, line.size).fillColor(colour);
  doc.text(line.text, left, top, { lineBreak: false });
}

const bottom = () => PAGE[1] - MARGIN - SIZE.foot * LEADING - GAP;

const heightOf = (lines: readonly Line[]) =>
  lines.reduce((sum, line) => sum + line.size * LEADING, 0);

function foot(doc: PDFKit.PDFDocument, sheet: Sheet, page: number, pages: number): void {
  const top = PAGE[1] - MARGIN - SIZE.foot * LEADING;
  const number: Line = { text: `${page} / ${pages}`, face: 'regular', size: SIZE.foot };
  const room = PAGE[0] - 2 * MARGIN - widthOf(number, number.text) - GAP;
  const [name] = wrap({ text: sheet.event, face: 'regular', size: SIZE.foot }, room);
  if (name) setLine(doc, name, MARGIN, top, QUIET);
  setLine(doc, number, PAGE[0] - MARGIN - widthOf(number, number.text), top, QUIET);
}

const widthOf = ({ face, size }: Line, text: string) => badgeFont(face).width(text, size);

/** Lines that fit into `width` pt, broken at spaces, and inside a word only where it is wider alone. */
export function wrap(line: Line, width: number): Line[] {
  const lines: Line[] = [];
  let current = '';
  const close = () => {
    if (current) lines.push({ ...line, text: current });
    current = '';
  };
  for (const word of paperText(line.text).split(' ')) {
    const longer = current ? `${current} ${word}` : word;
    if (widthOf(line, longer) <= width) {
      current = longer;
      continue;
    }
    close();
    for (const letter of word) {
      if (current && widthOf(line, current + letter) > width) close();
      current += letter;
    }
  }
  close();
  return lines;
}

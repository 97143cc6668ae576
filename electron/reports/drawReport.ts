import svgToPdf from 'svg-to-pdfkit';
import { WIDTH as UNITS } from '../../shared/figures/chart/svg';
import type { FigureSection } from '../../shared/figures/section';
import { badgeFont } from '../badges/fonts';
import { wrap } from './drawSheet';
import { endWithFeet } from './foot';
import { MARGIN, newPaper, PAGE } from './paper';
import { paperText } from './paperText';
import type { Report } from './report';
import type { DrawnSheet } from './sheet';

const WIDTH = PAGE[0] - 2 * MARGIN;
const BOTTOM = PAGE[1] - MARGIN - 22;
const LEADING = 1.38;
const INK = '#1a1f24';
const QUIET = '#555d66';
const RULE = '#c9d0d5';
const TILE = 58;
/** Space between sections. */
const GAP = 20;
const CELL = 8.5;
const ROW = CELL * LEADING + 5;
/** Rows of a table that stay with their heading. */
const KEPT_ROWS = 12;

type Face = 'regular' | 'bold';
type Struct = PDFKit.PDFStructureElement;

/**
 * Sets a report on A4 pages as a tagged PDF: headings, paragraphs, drawings with their words and tables with
 * head cells in reading order, the language stated. Drawings are vectors. A table goes on over pages with its
 * head again; a heading never stands alone at a foot.
 */
export async function drawReport(report: Report): Promise<DrawnSheet> {
  const paper = newPaper(`${report.title}: ${report.event}`, report.language);
  new Setting(paper.doc, report).all();
  return endWithFeet(paper, report.foot);
}

/** One run through the pages; `y` is where the next thing goes, pt from the top. */
class Setting {
  #y = MARGIN;
  readonly #root: Struct;

  constructor(
    readonly doc: PDFKit.PDFDocument,
    readonly report: Report,
  ) {
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
  }

  all(): void {
    const { report } = this;
    this.doc.addPage();
    this.#lines('P', report.title, 'bold', 11.5, QUIET);
    this.#lines('H1', report.event, 'bold', 20);
    for (const line of report.lines) this.#lines('P', line, 'regular', 10, QUIET);
    this.#y += 8;
    this.#tiles();
    this.#lines('P', report.lead, 'regular', 11);
    report.sections.forEach((section, at) => this.#section(section, report.drawings[at] ?? ''));
    this.#root.end();
  }

  #section(section: FigureSection, drawing: string): void {
    const part = this.doc.struct('Sect');
    this.#root.add(part);
    const head =
      linesOf(section.heading, 'bold', 14) * 14 * LEADING +
      section.says.reduce((sum, says) => sum + linesOf(says, 'regular', 10), 0) * 10 * LEADING;
    // A drawing of very many lines is set smaller: it stands whole under its heading.
    const tall = Math.min(heightOf(section.chart), BOTTOM - MARGIN - head - 12);
    this.#y += GAP;
    // A part stays in one piece where a page has room for it; a long table goes on over pages.
    const table = Math.min(section.rows.length + 1, KEPT_ROWS) * ROW;
    const needed = head + tall + 12 + table;
    if (this.#y + Math.min(needed, BOTTOM - MARGIN) > BOTTOM) this.#page();
    this.#lines('H2', section.heading, 'bold', 14, INK, part);
    for (const says of section.says) this.#lines('P', says, 'regular', 10, INK, part);
    if (section.chart) this.#drawing(section.chart, tall, drawing, part);
    this.#table(section, part);
    part.end();
  }

  #drawing(svg: string, tall: number, alt: string, part: Struct): void {
    this.#y += 6;
    if (this.#y + tall > BOTTOM) this.#page();
    const top = this.#y;
    const options = { alt: paperText(alt) };
    const scale = (WIDTH / UNITS) * (tall / heightOf(svg));
    const figure = this.doc.struct('Figure', options, () => {
      this.doc.save().translate(MARGIN, top).scale(scale);
      svgToPdf(this.doc, svg, 0, 0, {
        assumePt: true,
        fontCallback: (_family: string, bold: boolean) => (bold ? 'bold' : 'regular'),
      });
      this.doc.restore();
    });
    part.add(figure);
    figure.end();
    this.#y += tall + 6;
  }

  #tiles(): void {
    const { tiles } = this.report;
    const width = (WIDTH - (tiles.length - 1) * 8) / tiles.length;
    const top = this.#y;
    tiles.forEach(({ name, value, share }, at) => {
      const left = MARGIN + at * (width + 8);
      const tile = this.doc.struct('P', {}, () => {
        this.doc.lineWidth(0.8).strokeColor(RULE);
        this.doc.roundedRect(left, top, width, TILE, 4).stroke();
        this.#set(value, 'bold', 20, left + 8, top + 6, INK);
        const after = left + 8 + badgeFont('bold').width(value, 20) + 6;
        if (share) this.#set(share, 'regular', 9, after, top + 16, QUIET);
        wrap({ text: name, face: 'regular', size: 8.5 }, width - 12)
          .slice(0, 2)
          .forEach(({ text }, line) =>
            this.#set(text, 'regular', 8.5, left + 8, top + 32 + line * 11, QUIET),
          );
      });
      this.#root.add(tile);
      tile.end();
    });
    this.#y = top + TILE + 12;
  }

  #table({ columns, rows }: FigureSection, part: Struct): void {
    if (rows.length === 0) return;
    const widths = columnWidths(columns, rows);
    const table = this.doc.struct('Table');
    part.add(table);
    this.#y += 4;
    if (this.#y + 2 * ROW > BOTTOM) this.#page();
    this.#row(columns, widths, table, 'head');
    for (const row of rows) {
      const tall = rowHeight(row, widths);
      if (this.#y + tall > BOTTOM) {
        this.#page();
        // Seen again on the new page, but read aloud once.
        this.#row(columns, widths, null, 'head');
      }
      this.#row(row, widths, table, 'body');
    }
    table.end();
  }

  #row(
    cells: readonly string[],
    widths: readonly number[],
    table: Struct | null,
    kind: 'head' | 'body',
  ): void {
    const top = this.#y;
    const tall = rowHeight(cells, widths);
    const tr = table ? this.doc.struct('TR') : null;
    if (tr) table?.add(tr);
    let left = MARGIN;
    widths.forEach((width, at) => {
      const face: Face = kind === 'head' ? 'bold' : 'regular';
      const lines = wrap({ text: cells[at] ?? '', face, size: CELL }, width - 6);
      const from = left;
      const draw = () =>
        lines.forEach(({ text }, line) => {
          const right = at > 0 ? width - 6 - badgeFont(face).width(text, CELL) : 0;
          const y = top + 2.5 + line * CELL * LEADING;
          this.#set(text, face, CELL, from + right, y, kind === 'head' ? QUIET : INK);
        });
      if (tr) {
        const cell = this.doc.struct(kind === 'head' || at === 0 ? 'TH' : 'TD', {}, draw);
        tr.add(cell);
        cell.end();
      } else this.#artifact(draw);
      left += width;
    });
    tr?.end();
    this.#y = top + tall;
    this.#artifact(() => {
      this.doc.lineWidth(kind === 'head' ? 0.8 : 0.4).strokeColor(kind === 'head' ? INK : RULE);
      this.doc
        .moveTo(MARGIN, this.#y)
        .lineTo(MARGIN + WIDTH, this.#y)
        .stroke();
    });
  }

  #lines(
    type: 'H1' | 'H2' | 'P',
    raw: string,
    face: Face,
    size: number,
    colour = INK,
    part: Struct = this.#root,
  ): void {
    const lines = wrap({ text: raw, face, size }, WIDTH);
    const tall = size * LEADING;
    if (this.#y + lines.length * tall > BOTTOM) this.#page();
    const top = this.#y;
    const element = this.doc.struct(type, {}, () =>
      lines.forEach(({ text }, at) => this.#set(text, face, size, MARGIN, top + at * tall, colour)),
    );
    part.add(element);
    element.end();
    this.#y += lines.length * tall;
  }

  #set(text: string, face: Face, size: number, left: number, top: number, colour: string): void {
    this.doc.font(face, size).fillColor(colour);
    this.doc.text(paperText(text), left, top, { lineBreak: false });
  }

  #artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  #page(): void {
    this.doc.addPage();
    this.#y = MARGIN;
  }
}

/** The first column takes what is left; the others as much as they need, at least a little. */
function columnWidths(
  columns: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
): number[] {
  const share = WIDTH / (columns.length + 1.5);
  const others = columns.slice(1).map((heading, at) => {
    const texts = rows.map((row) => row[at + 1] ?? '');
    const widest = Math.max(
      badgeFont('bold').width(paperText(heading), CELL),
      ...texts.map((text) => badgeFont('regular').width(paperText(text), CELL)),
    );
    const word = Math.max(
      ...[heading, ...texts].flatMap((text) =>
        text.split(' ').map((one) => badgeFont('bold').width(paperText(one), CELL)),
      ),
    );
    // No word is broken for want of room that the first column can spare.
    return Math.max(Math.min(widest + 14, share), Math.min(word + 10, WIDTH / 6));
  });
  return [WIDTH - others.reduce((sum, width) => sum + width, 0), ...others];
}

/** How many lines a text takes at the width of the page. */
const linesOf = (text: string, face: Face, size: number): number =>
  wrap({ text, face, size }, WIDTH).length;

function rowHeight(cells: readonly string[], widths: readonly number[]): number {
  const lines = widths.map(
    (width, at) => wrap({ text: cells[at] ?? '', face: 'bold', size: CELL }, width - 6).length,
  );
  return Math.max(1, ...lines) * CELL * LEADING + 5;
}

/** How tall a drawing is at the width of the page, pt. */
function heightOf(svg: string): number {
  const box = /viewBox="0 0 (\d+) (\d+)"/.exec(svg);
  return box ? (WIDTH * Number(box[2])) / Number(box[1]) : 0;
}

import { wrap } from './drawSheet';
import { endWithFeet } from './foot';
import type { Listing } from './listing';
import { MARGIN, newPaper, PAGE } from './paper';
import { paperText } from './paperText';
import type { DrawnSheet } from './sheet';

const WIDTH = PAGE[0] - 2 * MARGIN;
const BOTTOM = PAGE[1] - MARGIN - 22;
const LEADING = 1.38;
const INK = '#1a1f24';
const QUIET = '#555d66';
const RULE = '#c9d0d5';
const CELL = 9;
/** Free between columns, pt. */
const GAP = 8;

type Face = 'regular' | 'bold';
type Struct = PDFKit.PDFStructureElement;

/**
 * Sets a list of people on A4 pages as a tagged PDF: one table with its head on every page, a row in one piece,
 * page numbers at the foot. A text that is too wide for its column is wrapped, never cut.
 */
export async function drawListing(listing: Listing): Promise<DrawnSheet> {
  const paper = newPaper(`${listing.title}: ${listing.event}`, listing.language);
  new Setting(paper.doc, listing).all();
  return endWithFeet(paper, listing.foot);
}

/** One run through the pages; `y` is where the next thing goes, pt from the top. */
class Setting {
  #y = MARGIN;
  readonly #root: Struct;
  readonly #widths: readonly number[];

  constructor(
    readonly doc: PDFKit.PDFDocument,
    readonly listing: Listing,
  ) {
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
    const whole = listing.columns.reduce((sum, { share }) => sum + share, 0);
    this.#widths = listing.columns.map(({ share }) => (WIDTH * share) / whole);
  }

  all(): void {
    const { title, event, lines, lead, rows, empty } = this.listing;
    this.doc.addPage();
    this.#lines('P', title, 'bold', 11.5, QUIET);
    this.#lines('H1', event, 'bold', 18);
    for (const line of lines) this.#lines('P', line, 'regular', 10, QUIET);
    this.#y += 8;
    this.#lines('P', lead, 'regular', 10.5);
    this.#y += 10;
    if (rows.length === 0) this.#lines('P', empty, 'regular', 10.5);
    else this.#table();
    this.#root.end();
  }

  #table(): void {
    const headings = this.listing.columns.map(({ heading }) => heading);
    const table = this.doc.struct('Table');
    this.#root.add(table);
    this.#row(headings, table, 'bold');
    for (const row of this.listing.rows) {
      if (this.#y + this.#heightOf(row, 'regular') > BOTTOM) {
        this.doc.addPage();
        this.#y = MARGIN;
        // Seen again on the new page, but read aloud once.
        this.#row(headings, null, 'bold');
      }
      this.#row(row, table, 'regular');
    }
    table.end();
  }

  #row(cells: readonly string[], table: Struct | null, face: Face): void {
    const top = this.#y;
    const tall = this.#heightOf(cells, face);
    const tr = table ? this.doc.struct('TR') : null;
    if (tr) table?.add(tr);
    let left = MARGIN;
    this.#wrapped(cells, face).forEach((lines, at) => {
      const from = left;
      const draw = () =>
        lines.forEach((text, line) => {
          const y = top + 3 + line * CELL * LEADING;
          this.#set(text, face, CELL, from, y, face === 'bold' ? QUIET : INK);
        });
      if (tr) {
        const cell = this.doc.struct(face === 'bold' || at === 0 ? 'TH' : 'TD', {}, draw);
        tr.add(cell);
        cell.end();
      } else this.#artifact(draw);
      left += this.#widths[at] ?? 0;
    });
    tr?.end();
    this.#y = top + tall;
    this.#artifact(() => {
      this.doc.lineWidth(face === 'bold' ? 0.8 : 0.4).strokeColor(face === 'bold' ? INK : RULE);
      this.doc
        .moveTo(MARGIN, this.#y)
        .lineTo(MARGIN + WIDTH, this.#y)
        .stroke();
    });
  }

  #wrapped(cells: readonly string[], face: Face): string[][] {
    return this.#widths.map((width, at) =>
      wrap({ text: cells[at] ?? '', face, size: CELL }, width - GAP).map(({ text }) => text),
    );
  }

  #heightOf(cells: readonly string[], face: Face): number {
    const most = Math.max(1, ...this.#wrapped(cells, face).map((lines) => lines.length));
    return most * CELL * LEADING + 6;
  }

  #lines(type: 'H1' | 'P', raw: string, face: Face, size: number, colour = INK): void {
    const lines = wrap({ text: raw, face, size }, WIDTH);
    const top = this.#y;
    const element = this.doc.struct(type, {}, () =>
      lines.forEach(({ text }, at) =>
        this.#set(text, face, size, MARGIN, top + at * size * LEADING, colour),
      ),
    );
    this.#root.add(element);
    element.end();
    this.#y += lines.length * size * LEADING;
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
}

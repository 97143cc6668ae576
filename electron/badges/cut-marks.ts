import { footprint, type BadgeLayout } from './layout';
import { MM } from './face';

/** Length of a cut mark outside the badges, and of its arms where four badges meet, mm. */
const OUTSIDE = 5;
const ARM = 1.5;

/** Hairlines where the sheet is to be cut: in the margins, and small crosses at every corner. */
export function drawCutMarks(doc: PDFKit.PDFDocument, layout: BadgeLayout): void {
  const [width, height] = footprint(layout);
  const xs = edges(layout.columns, layout.left, width, layout.gutter[0]);
  const ys = edges(layout.rows, layout.top, height, layout.gutter[1]);
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    doc.moveTo(x1 * MM, y1 * MM).lineTo(x2 * MM, y2 * MM);
  doc.save().lineWidth(0.25).addContent('0.6 G');
  for (const x of xs) {
    for (const y of ys) {
      const left = x === xs[0] ? Math.min(OUTSIDE, layout.left) : ARM;
      const right = x === xs.at(-1) ? Math.min(OUTSIDE, layout.page[0] - x) : ARM;
      const up = y === ys[0] ? Math.min(OUTSIDE, layout.top) : ARM;
      const down = y === ys.at(-1) ? Math.min(OUTSIDE, layout.page[1] - y) : ARM;
      line(x - left, y, x + right, y);
      line(x, y - up, x, y + down);
    }
  }
  doc.addContent('S').restore();
}

function edges(count: number, from: number, length: number, gutter: number): number[] {
  const found = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const start = from + index * (length + gutter);
    found.add(start).add(start + length);
  }
  return [...found];
}

import { perPageOf } from '../../shared/badges/layout';
import { footprint, type BadgeLayout } from './layout';
import { MM } from './face';
import { places } from './sheet';

/** Length of a cut mark outside the badges, and of its arms where four badges meet, mm. */
const OUTSIDE = 5;
const ARM = 1.5;
/** A margin narrower than this shows no mark: then the arms are as long as the badges' own margins let them. */
const NARROW = 6;

/**
 * Hairlines where the sheet is to be cut: in the margins, and crosses at every corner; dashes where a
 * badge is to be folded. None reaches beyond the margins of the badges.
 */
export function drawCutMarks(doc: PDFKit.PDFDocument, layout: BadgeLayout): void {
  const [width, height] = footprint(layout);
  const xs = edges(layout.columns, layout.left, width, layout.gutter[0]);
  const ys = edges(layout.rows, layout.top, height, layout.gutter[1]);
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    doc.moveTo(x1 * MM, y1 * MM).lineTo(x2 * MM, y2 * MM);
  const { left: before, top: over, page } = layout;
  const margin = Math.min(before, over, page[0] - (xs.at(-1) ?? 0), page[1] - (ys.at(-1) ?? 0));
  const arm = margin < NARROW ? Math.max(ARM, layout.safe - 0.5) : ARM;
  doc.save().lineWidth(0.25).addContent('0.6 G');
  for (const x of xs) {
    for (const y of ys) {
      const left = x === xs[0] ? Math.min(OUTSIDE, layout.left) : arm;
      const right = x === xs.at(-1) ? Math.min(OUTSIDE, layout.page[0] - x) : arm;
      const up = y === ys[0] ? Math.min(OUTSIDE, layout.top) : arm;
      const down = y === ys.at(-1) ? Math.min(OUTSIDE, layout.page[1] - y) : arm;
      line(x - left, y, x + right, y);
      line(x, y - up, x, y + down);
    }
  }
  doc.addContent('S');
  if (layout.back === 'fold') {
    doc.dash(1, { space: 1 });
    const [along, deep] = [layout.safe - 0.5, layout.badge[1]];
    for (const { x, y } of places(layout, perPageOf(layout))) {
      if (layout.turn === 90) {
        line(x + deep, y, x + deep, y + along);
        line(x + deep, y + height - along, x + deep, y + height);
      } else {
        line(x, y + deep, x + along, y + deep);
        line(x + width - along, y + deep, x + width, y + deep);
      }
    }
    doc.addContent('S');
  }
  doc.restore();
}

function edges(count: number, from: number, length: number, gutter: number): number[] {
  const found = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const start = from + index * (length + gutter);
    found.add(start).add(start + length);
  }
  return [...found];
}

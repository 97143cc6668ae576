import { MM } from './face';

const TICK = { 1: 1.5, 5: 2.5, 10: 4 } as const;
const NUMBERS_PT = 5;

/** Where a ruler begins: past what most printers leave blank, mm. */
const INSET = 4.5;

/** Rulers in mm along the upper and the left edge of a page (mm); numbers count from the paper's edge. */
export function drawRulers(doc: PDFKit.PDFDocument, [width, height]: [number, number]): void {
  doc.save().lineWidth(0.25).addContent('0 G 0 g');
  for (let mm = 1; mm < width; mm += 1) tick(doc, mm, (at, deep) => [at, INSET, at, INSET + deep]);
  for (let mm = 1; mm < height; mm += 1) tick(doc, mm, (at, deep) => [INSET, at, INSET + deep, at]);
  doc.addContent('S');
  doc.font('regular', NUMBERS_PT);
  const number = (mm: number, x: number, y: number) =>
    doc.text(String(mm), x * MM, y * MM, { lineBreak: false, baseline: 'alphabetic' });
  for (let mm = 10; mm < width - 5; mm += 10) number(mm, mm + 0.4, INSET + TICK[10]);
  for (let mm = 10; mm < height - 5; mm += 10) number(mm, INSET + TICK[5] + 0.4, mm - 0.4);
  doc.restore();
}

function tick(
  doc: PDFKit.PDFDocument,
  mm: number,
  line: (at: number, deep: number) => [number, number, number, number],
): void {
  const [x1, y1, x2, y2] = line(mm, TICK[mm % 10 === 0 ? 10 : mm % 5 === 0 ? 5 : 1]);
  doc.moveTo(x1 * MM, y1 * MM).lineTo(x2 * MM, y2 * MM);
}

/** A cross with arms of `arm` mm around a point of the page, mm; `weight` is the line's, pt. */
export function drawCross(
  doc: PDFKit.PDFDocument,
  [x, y]: readonly [number, number],
  arm: number,
  weight: number,
): void {
  doc.save().lineWidth(weight).addContent('0 G');
  doc
    .moveTo((x - arm) * MM, y * MM)
    .lineTo((x + arm) * MM, y * MM)
    .moveTo(x * MM, (y - arm) * MM)
    .lineTo(x * MM, (y + arm) * MM)
    .addContent('S');
  doc.restore();
}

import { badgeFont } from '../badges/fonts';
import { wrap } from './drawSheet';
import { MARGIN, PAGE } from './paper';
import type { Paper } from './paper';
import type { DrawnSheet } from './sheet';

/** pt; the line stands `SIZE * LEADING` above the lower margin. */
const SIZE = 8.5;
const LEADING = 1.38;
const QUIET = '#555d66';

/** Puts `name` and "page / pages" at the foot of every page, where no screen reader dwells on them, and ends the paper. */
export async function endWithFeet({ doc, finished }: Paper, name: string): Promise<DrawnSheet> {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    setFoot(doc, name, `${page + 1} / ${count}`);
  }
  doc.end();
  return { pdf: await finished, pages: count };
}

function setFoot(doc: PDFKit.PDFDocument, name: string, number: string): void {
  const top = PAGE[1] - MARGIN - SIZE * LEADING;
  const wide = badgeFont('regular').width(number, SIZE);
  const room = PAGE[0] - 2 * MARGIN - wide - 10;
  const [line] = wrap({ text: name, face: 'regular', size: SIZE }, room);
  doc.markContent('Artifact', { type: 'Pagination' });
  doc.font('regular', SIZE).fillColor(QUIET);
  if (line) doc.text(line.text, MARGIN, top, { lineBreak: false });
  doc.text(number, PAGE[0] - MARGIN - wide, top, { lineBreak: false });
  doc.endMarkedContent();
}

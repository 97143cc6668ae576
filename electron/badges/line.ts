import { badgeFont } from './fonts';
import type { SetBlock } from './fit';

/** One line of text where it stands; lengths in pt, the baseline measured downwards. */
export interface Line extends Pick<SetBlock, 'size' | 'font' | 'stretch'> {
  text: string;
  x: number;
  baseline: number;
}

/** Sets one line in the document's present fill colour. */
export function drawLine(doc: PDFKit.PDFDocument, { text, x, baseline, size, font }: Line): void {
  doc.font(font, size).text(text, x + badgeFont(font).overhang(text, size), baseline, {
    lineBreak: false,
    baseline: 'alphabetic',
  });
}

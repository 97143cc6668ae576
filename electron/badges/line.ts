import { badgeFont, type Script } from './fonts';
import type { FontName, Measure, SetBlock } from './fit';
import { runsOf } from './runs';

/** One line of text where it stands; lengths in pt, the baseline measured downwards. */
export interface Line extends Pick<SetBlock, 'size' | 'font' | 'stretch'> {
  text: string;
  x: number;
  baseline: number;
}

/** Width of a line's ink in pt, whatever scripts it is written in; at its letters' full width. */
export const lineWidth: Measure = (text, sizePt, font) =>
  runsOf(text).reduce((sum, run) => sum + badgeFont(font, run.script).width(run.text, sizePt), 0);

/** pdfkit measures a text anew, for underlines and links, unless it is told a width. */
const AS_IT_STANDS = {
  lineBreak: false,
  baseline: 'alphabetic',
  textWidth: 0,
  wordCount: 1,
} as const;

/** Fonts a document has, beside the two of Noto Sans that every document has. */
const known = new WeakMap<PDFKit.PDFDocument, Set<string>>();

/** Sets one line in the document's present fill colour. */
export function drawLine(doc: PDFKit.PDFDocument, line: Line): void {
  const { size, font, stretch = 1 } = line;
  let { x } = line;
  for (const { text, script } of runsOf(line.text)) {
    const face = badgeFont(font, script);
    doc.font(nameIn(doc, font, script), size);
    doc.text(text, x + stretch * face.overhang(text, size), line.baseline, {
      ...AS_IT_STANDS,
      ...(stretch < 1 && { horizontalScaling: stretch * 100 }),
    });
    x += stretch * face.width(text, size);
  }
}

/** The name of a font in a document; added when a line first needs it. */
function nameIn(doc: PDFKit.PDFDocument, font: FontName, script: Script): string {
  if (script === 'latin') return font;
  const name = `${font}-${script}`;
  const fonts = known.get(doc) ?? new Set();
  if (!fonts.has(name)) {
    doc.registerFont(name, badgeFont(font, script).source);
    known.set(doc, fonts.add(name));
  }
  return name;
}

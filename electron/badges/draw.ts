import type { Ink } from './ink';
import type { Item } from './items';
import { drawLine } from './line';
import type { DrawnLogo } from './logo';
import { CORNERS } from './sector-mark';

const fill = (ink: Ink): string => `${ink.join(' ')} ${ink.length === 1 ? 'g' : 'rg'}`;
const short = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Draws a badge at the document's present origin; fonts `regular` and `bold` are registered. */
export function drawItems(
  doc: PDFKit.PDFDocument,
  items: readonly Item[],
  logo?: Pick<DrawnLogo, 'draw'>,
): void {
  let ink = '';
  const inkTo = (next: Ink) => {
    const operator = fill(next);
    if (operator !== ink) doc.addContent(operator);
    ink = operator;
  };
  for (const item of items) {
    switch (item.kind) {
      case 'text':
        inkTo(item.ink);
        drawLine(doc, item);
        break;
      case 'band':
        inkTo(item.ink);
        doc.roundedRect(item.x, item.y, item.width, item.height, 2.5).addContent('f');
        break;
      case 'mark':
        inkTo(item.ink);
        drawMark(doc, item);
        break;
      case 'logo':
        logo?.draw(doc, item);
        break;
      case 'qr': {
        const { x, y, module, path } = item;
        doc.addContent(
          `q 0 g ${short(module)} 0 0 ${short(module)} ${short(x)} ${short(y)} cm\n${path}\nf Q`,
        );
      }
    }
  }
}

function drawMark(doc: PDFKit.PDFDocument, mark: Extract<Item, { kind: 'mark' }>): void {
  const { shape, x, y, side } = mark;
  if (shape === 'circle') doc.circle(x + side / 2, y + side / 2, side / 2);
  else if (shape === 'square') doc.roundedRect(x, y, side, side, 1.2);
  else doc.polygon(...CORNERS[shape].map(([across, down]) => [x + across * side, y + down * side]));
  doc.addContent('f');
}

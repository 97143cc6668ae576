import PDFDocument from 'pdfkit';
import { MM } from './face';
import { badgeFont } from './fonts';
import type { BadgeLayout } from './layout';
import type { Spot } from './sheet';

/** A document with pages of exactly the size of the medium; fonts `regular` and `bold` are registered. */
export function newDocument(layout: Pick<BadgeLayout, 'page'>, title: string): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    size: [layout.page[0] * MM, layout.page[1] * MM],
    font: '',
    info: { Title: title },
  });
  doc.registerFont('regular', badgeFont('regular').source);
  doc.registerFont('bold', badgeFont('bold').source);
  return doc;
}

/** Draws with the origin in the upper left corner of a spot as it is read. */
export function atSpot(doc: PDFKit.PDFDocument, spot: Spot, draw: () => void): void {
  const [x, y] = [spot.x * MM, spot.y * MM];
  const [width, height] = [spot.width * MM, spot.height * MM];
  doc.save();
  if (spot.turn === 90) doc.transform(0, 1, -1, 0, x + width, y);
  else if (spot.turn === 180) doc.transform(-1, 0, 0, -1, x + width, y + height);
  else if (spot.turn === 270) doc.transform(0, -1, 1, 0, x, y + height);
  else doc.translate(x, y);
  draw();
  doc.restore();
}

/** The bytes of a document once it has ended. */
export function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}

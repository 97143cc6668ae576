import { readFileSync } from 'node:fs';
import fontkit from '@pdf-lib/fontkit';
import { generate } from 'lean-qr';
import { grayscale, PDFDocument, rgb, type PDFFont, type PDFPage } from 'pdf-lib';
import type { BadgeOptions, BadgePerson } from '../../../electron/badges/badge';
import { fontPath } from '../../../electron/badges/fonts';

const MM = 72 / 25.4;

/**
 * The same badges with pdf-lib, the way its users draw them: both fonts subset, each text at a
 * size that fits its width, the code as rectangles. A4, two by five.
 */
export async function pdfLibBadges(
  people: readonly BadgePerson[],
  options: BadgeOptions,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const regular = await pdf.embedFont(readFileSync(fontPath('regular')), { subset: true });
  const bold = await pdf.embedFont(readFileSync(fontPath('bold')), { subset: true });
  let page: PDFPage | undefined;
  for (const [index, person] of people.entries()) {
    if (!page || index % 10 === 0) page = pdf.addPage([210 * MM, 297 * MM]);
    const left = (15 + (index % 2) * 90 + 4) * MM;
    const top = (297 - 11 - Math.floor((index % 10) / 2) * 55 - 4) * MM;
    drawBadge(page, person, options, regular, bold, left, top);
  }
  return pdf.save();
}

function drawBadge(
  page: PDFPage,
  person: BadgePerson,
  options: BadgeOptions,
  regular: PDFFont,
  bold: PDFFont,
  left: number,
  top: number,
): void {
  const text = (words: string, font: PDFFont, largest: number, down: number, width = 82 * MM) => {
    const size = Math.min(largest, (width / font.widthOfTextAtSize(words, 100)) * 100);
    page.drawText(words, { x: left, y: top - down * MM, size, font });
  };
  text(options.eventName, regular, 7.5, 3);
  page.drawText(options.eventDate, {
    x: left + 70 * MM,
    y: top - 3 * MM,
    size: 7.5,
    font: regular,
  });
  text(person.firstName, bold, 34, 16);
  text(person.lastName, regular, 20, 24);
  text(person.title, regular, 10, 32, 65 * MM);
  text(person.organisation, bold, 10, 36, 65 * MM);
  page.drawRectangle({
    x: left,
    y: top - 47 * MM,
    width: 25 * MM,
    height: 6.5 * MM,
    color: rgb(0.07, 0.29, 0.36),
  });
  page.drawText(person.roleLabel, {
    x: left + 3 * MM,
    y: top - 45 * MM,
    size: 10,
    font: bold,
    color: grayscale(1),
  });
  page.drawCircle({
    x: left + 31 * MM,
    y: top - 44 * MM,
    size: 2.7 * MM,
    color: rgb(0.11, 0.37, 0.65),
  });
  page.drawText(person.sectorLabel, {
    x: left + 36 * MM,
    y: top - 45 * MM,
    size: 9,
    font: regular,
  });
  drawCode(page, person.code, left + 69.4 * MM, top - 34.4 * MM);
}

/** One rectangle for each run of dark modules in a row, 0.6 mm a module. */
function drawCode(page: PDFPage, code: string, left: number, top: number): void {
  const bitmap = generate(code);
  const module = 0.6 * MM;
  for (let y = 0; y < bitmap.size; y += 1) {
    for (let x = 0; x < bitmap.size; x += 1) {
      if (!bitmap.get(x, y)) continue;
      const from = x;
      while (x < bitmap.size && bitmap.get(x, y)) x += 1;
      page.drawRectangle({
        x: left + from * module,
        y: top - (y + 1) * module,
        width: (x - from) * module,
        height: module,
        color: grayscale(0),
      });
    }
  }
}

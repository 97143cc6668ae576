import { MM } from '../face';
import type { Spot } from '../sheet';
import type { Picture, Word } from './poppler';

/** Poppler writes positions with six digits, pdfkit with a few fewer; pt. */
const TOLERANCE = 0.1;

/** The words whose middle lies on a spot of the page. */
export function wordsOn(words: readonly Word[], spot: Spot): Word[] {
  const [x, y, width, height] = [spot.x, spot.y, spot.width, spot.height].map((mm) => mm * MM);
  return words.filter(({ left, right, top, bottom }) => {
    const [across, down] = [(left + right) / 2 - (x ?? 0), (top + bottom) / 2 - (y ?? 0)];
    return across >= 0 && across < (width ?? 0) && down >= 0 && down < (height ?? 0);
  });
}

/** Those of the words that reach into the outer `safe` mm of a spot. */
export function wordsOutside(words: readonly Word[], spot: Spot, safe: number): Word[] {
  const least = safe * MM - TOLERANCE;
  return words.filter(
    ({ text, left, right, top, bottom }) =>
      // A mark that is drawn for itself has no box of its own: its ink is left of where it is set.
      !/^\p{M}+$/u.test(text) &&
      (left < spot.x * MM + least ||
        top < spot.y * MM + least ||
        right > (spot.x + spot.width) * MM - least ||
        bottom > (spot.y + spot.height) * MM - least),
  );
}

/** Pixels that are not white and lie wholly in the frame `depth` mm wide inside a spot. */
export function inkInFrame(
  { width, grey }: Picture,
  spot: Spot,
  depth: number,
  dpi: number,
): string[] {
  const px = dpi / 25.4;
  const [left, top] = [spot.x * px, spot.y * px];
  const [right, bottom] = [(spot.x + spot.width) * px, (spot.y + spot.height) * px];
  // Poppler sets letters on whole pixels, so one of them may be a pixel off.
  const frame = depth * px - 1;
  const found: string[] = [];
  for (let y = Math.ceil(top); y + 1 <= bottom; y += 1) {
    const aside = y + 1 < top + frame || y > bottom - frame;
    for (let x = Math.ceil(left); x + 1 <= right; x += 1) {
      const outside = aside || x + 1 < left + frame || x > right - frame;
      if (outside && grey[y * width + x] !== 255) found.push(`${x} ${y}`);
    }
  }
  return found;
}

/** A spot of a page as a picture of its own, in the colours that a reader of codes takes. */
export function cropped(picture: Picture, spot: Omit<Spot, 'turn'>, dpi: number) {
  const px = (mm: number) => Math.round((mm / 25.4) * dpi);
  const [left, top] = [px(spot.x), px(spot.y)];
  const [columns, rows] = [px(spot.width), px(spot.height)];
  const data = new Uint8ClampedArray(columns * rows * 4).fill(255);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const grey = picture.grey[(top + row) * picture.width + left + column] ?? 255;
      const at = (row * columns + column) * 4;
      data[at] = grey;
      data[at + 1] = grey;
      data[at + 2] = grey;
    }
  }
  return { data, width: columns, height: rows, colorSpace: 'srgb' as const };
}

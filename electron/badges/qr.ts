import { correction, generate } from 'lean-qr';

/** A QR code without its quiet zone: side in modules, and its dark parts as PDF rectangles in modules. */
export interface QrPath {
  size: number;
  /** `x y width height re` operators, y downwards. */
  rectangles: string;
}

/** Light modules that must stay free around the code (ISO/IEC 18004, 9.1). */
export const QUIET_MODULES = 4;

/** Draws a code with few rectangles: runs along a row, joined with equal runs in the rows below. */
export function qrPath(code: string): QrPath {
  const bitmap = generate(code, { minCorrectionLevel: correction.M });
  const rectangles: string[] = [];
  const open = new Map<string, { x: number; y: number; width: number; height: number }>();
  for (let y = 0; y <= bitmap.size; y += 1) {
    const row = new Map(runs(bitmap, y).map((run) => [`${run.x} ${run.width}`, run]));
    for (const [key, rectangle] of open) {
      if (row.delete(key)) {
        rectangle.height += 1;
      } else {
        rectangles.push(`${rectangle.x} ${rectangle.y} ${rectangle.width} ${rectangle.height} re`);
        open.delete(key);
      }
    }
    for (const [key, run] of row) open.set(key, { ...run, y, height: 1 });
  }
  return { size: bitmap.size, rectangles: rectangles.join('\n') };
}

function runs(
  bitmap: { size: number; get(x: number, y: number): boolean },
  y: number,
): { x: number; width: number }[] {
  const found: { x: number; width: number }[] = [];
  for (let x = 0; x < bitmap.size; x += 1) {
    if (!bitmap.get(x, y)) continue;
    const from = x;
    while (x < bitmap.size && bitmap.get(x, y)) x += 1;
    found.push({ x: from, width: x - from });
  }
  return found;
}

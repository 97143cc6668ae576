import { correction, generate } from 'lean-qr';

/** A QR code without its quiet zone: side in modules, and its dark parts as PDF rectangles in modules. */
export interface QrPath {
  size: number;
  /** `x y width height re` operators, y downwards. */
  rectangles: string;
}

/** Light modules that must stay free around the code (ISO/IEC 18004, 9.1). */
export const QUIET_MODULES = 4;

/** A run of dark modules that goes on into the rows below. */
interface Run {
  x: number;
  y: number;
  width: number;
}

/** Draws a code with few rectangles: runs along a row, joined with equal runs in the rows below. */
export function qrPath(code: string): QrPath {
  const bitmap = generate(code, { minCorrectionLevel: correction.M });
  const { size } = bitmap;
  const operators: string[] = [];
  let open: Run[] = [];
  for (let y = 0; y <= size; y += 1) {
    const row = y < size ? darkRuns(bitmap, y) : [];
    // Both lists are in the order of x, so one walk along them finds the runs that go on.
    let at = 0;
    const next: Run[] = [];
    for (const run of row) {
      let above = open[at];
      while (above && above.x < run.x) {
        operators.push(rectangle(above, y));
        at += 1;
        above = open[at];
      }
      if (above?.x === run.x && above.width === run.width) {
        next.push(above);
        at += 1;
      } else {
        next.push(run);
      }
    }
    for (; at < open.length; at += 1) {
      const ended = open[at];
      if (ended) operators.push(rectangle(ended, y));
    }
    open = next;
  }
  return { size, rectangles: operators.join('\n') };
}

function rectangle({ x, y, width }: Run, end: number): string {
  return `${x} ${y} ${width} ${end - y} re`;
}

function darkRuns(bitmap: { size: number; get(x: number, y: number): boolean }, y: number): Run[] {
  const runs: Run[] = [];
  let from = -1;
  for (let x = 0; x <= bitmap.size; x += 1) {
    const dark = x < bitmap.size && bitmap.get(x, y);
    if (dark && from < 0) from = x;
    if (!dark && from >= 0) {
      runs.push({ x: from, y, width: x - from });
      from = -1;
    }
  }
  return runs;
}

import { ASCENT, advance, type FontName, type SetBlock } from './fit';
import type { Ink } from './ink';
import type { SectorMark } from './sector-mark';

/** One thing to draw; lengths in pt from the badge's upper left corner, y downwards. */
export type Item =
  | {
      kind: 'text';
      text: string;
      x: number;
      baseline: number;
      size: number;
      font: FontName;
      /** Width of the letters as a part of their own, where they are set narrower. */
      stretch?: number;
      ink: Ink;
    }
  | { kind: 'band'; x: number; y: number; width: number; height: number; ink: Ink }
  | { kind: 'mark'; shape: SectorMark['shape']; x: number; y: number; side: number; ink: Ink }
  | { kind: 'qr'; x: number; y: number; module: number; path: string };

/** The lines of blocks one under another, nothing of them above `top`. */
export function column(blocks: readonly SetBlock[], x: number, top: number, ink: Ink): Item[] {
  const items: Item[] = [];
  let baseline = top;
  let above: number | undefined;
  for (const { lines, size, font, stretch } of blocks) {
    for (const text of lines) {
      baseline += above === undefined ? ASCENT * size : advance(above, text, size);
      above = size;
      items.push({ kind: 'text', text, x, baseline, size, font, stretch, ink });
    }
  }
  return items;
}

import { advance, type SetBlock } from './fit';
import { riseOf } from './heights';
import type { Ink } from './ink';
import type { Line } from './line';
import type { SectorMark } from './sector-mark';

/** One thing to draw; lengths in pt from the badge's upper left corner, y downwards. */
export type Item =
  | ({ kind: 'text'; ink: Ink } & Line)
  | { kind: 'band'; x: number; y: number; width: number; height: number; ink: Ink }
  | { kind: 'mark'; shape: SectorMark['shape']; x: number; y: number; side: number; ink: Ink }
  | { kind: 'logo'; x: number; y: number; width: number; height: number; grey: boolean }
  | { kind: 'qr'; x: number; y: number; module: number; path: string };

/** The lines of blocks one under another, nothing of them above `top`. */
export function column(blocks: readonly SetBlock[], x: number, top: number, ink: Ink): Item[] {
  const items: Item[] = [];
  let baseline = top;
  let above: { size: number; text: string } | undefined;
  for (const { lines, size, font, stretch } of blocks) {
    for (const text of lines) {
      baseline += above ? advance(above.size, text, size, above.text) : riseOf(text) * size;
      above = { size, text };
      items.push({ kind: 'text', text, x, baseline, size, font, stretch, ink });
    }
  }
  return items;
}

/** The one line of a block, where its letters are to stand; nothing where there is none. */
export function lineAt(block: SetBlock, x: number, baseline: number, ink: Ink): Item[] {
  const { lines, size, font, stretch } = block;
  const [text] = lines;
  return text === undefined ? [] : [{ kind: 'text', text, x, baseline, size, font, stretch, ink }];
}

/** Things composed at the origin, moved to where they belong. */
export function moved(items: readonly Item[], x: number, y: number): Item[] {
  return items.map((item) =>
    item.kind === 'text'
      ? { ...item, x: item.x + x, baseline: item.baseline + y }
      : { ...item, x: item.x + x, y: item.y + y },
  );
}

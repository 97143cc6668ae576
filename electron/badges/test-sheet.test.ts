import { describe, expect, it } from 'vitest';
import { layoutNamed, listLayouts } from './layout';
import { renderTestSheet } from './test-sheet';
import { needsPoppler, noPoppler, picturesOf, wordsOf, type Picture } from './testing/poppler';

const DPI = 254;
const PX = DPI / 25.4;

/** Whether there is ink at a point, mm. */
const inked = ({ width, grey }: Picture, x: number, y: number) => {
  const [px, py] = [Math.round(x * PX), Math.round(y * PX)];
  for (let down = -1; down <= 1; down += 1) {
    for (let across = -1; across <= 1; across += 1) {
      if ((grey[(py + down) * width + px + across] ?? 255) < 128) return true;
    }
  }
  return false;
};

describe.skipIf(noPoppler)(needsPoppler('a test sheet'), () => {
  it.each(listLayouts().map(({ name }) => name))(
    'of %s says what to do in three languages, whole',
    async (layout) => {
      const { pdf, pages } = await renderTestSheet({ layout });
      const found = wordsOf(pdf);
      expect(found).toHaveLength(pages);
      expect(pages).toBe(layoutNamed(layout).back?.startsWith('flip') ? 2 : 1);
      for (const words of found) {
        const text = words
          .map((word) => word.text)
          .join(' ')
          .toLowerCase();
        for (const word of ['siirto', 'förskjutning', 'offset']) expect(text).toContain(word);
        expect(text).not.toContain('…');
        const [width, height] = layoutNamed(layout).page.map((mm) => (mm * 72) / 25.4);
        for (const { left, top, right, bottom } of words) {
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(width ?? 0);
          expect(bottom).toBeLessThanOrEqual(height ?? 0);
        }
      }
    },
  );

  it.each([
    ['as it comes', undefined],
    ['moved by the offset', [1.5, -2]],
  ] as const)(
    'has its cross at 20 mm from both edges and the frames of the badges, %s',
    async (_, offset) => {
      const { pdf } = await renderTestSheet({
        layout: 'a4-90x55',
        ...(offset ? { offset: [...offset] } : {}),
      });
      const [picture] = picturesOf(pdf, DPI);
      if (!picture) throw new Error('no page');
      const [right, down] = offset ?? [0, 0];
      const at = (x: number, y: number) => inked(picture, x + right, y + down);
      // The arms of the crosses, and nothing beside them.
      expect([at(20, 16), at(16, 20), at(120, 16)]).toEqual([true, true, true]);
      expect([at(21, 16), at(19, 17), at(16, 21), at(119, 16)]).toEqual([
        false,
        false,
        false,
        false,
      ]);
      // The upper and lower edge of the last row of badges, at its middle and beside it.
      expect([at(60.5, 231), at(60.5, 286), at(150.5, 286)]).toEqual([true, true, true]);
      expect([at(60.5, 233), at(60.5, 284)]).toEqual([false, false]);
    },
  );
});

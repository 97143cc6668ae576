import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN, showing } from '../../shared/badges/design';
import { layoutNamed } from './layout';
import { renderBadges } from './render';
import { frontSpot, places } from './sheet';
import { OPTIONS, PERSON } from './testing/people';
import { needsPoppler, noPoppler, picturesOf, type Picture } from './testing/poppler';

const DPI = 127;
const PX = DPI / 25.4;
const plain = showing(DEFAULT_DESIGN, ['firstName']);

const pageOf = async (layout: string, cutMarks: boolean): Promise<Picture> => {
  const { pdf } = await renderBadges([PERSON], { ...OPTIONS, layout, cutMarks, design: plain });
  const [picture] = picturesOf(pdf, DPI);
  if (!picture) throw new Error('no page');
  return picture;
};

/** Whether there is ink at a point or beside it, mm. */
const inked = ({ width, grey }: Picture, x: number, y: number) => {
  const [px, py] = [Math.floor(x * PX), Math.floor(y * PX)];
  return [-1, 0, 1].some((down) =>
    [-1, 0, 1].some((across) => (grey[(py + down) * width + px + across] ?? 255) < 250),
  );
};

describe.skipIf(noPoppler)(needsPoppler('cut marks'), () => {
  it('stand in the margins of a sheet and where four badges meet, and only when they are wanted', async () => {
    const [marked, bare] = [await pageOf('a4-90x55', true), await pageOf('a4-90x55', false)];
    for (const [x, y] of [
      [12, 66],
      [15, 8],
      [105, 65],
      [198, 121],
    ] as const) {
      expect(inked(marked, x, y)).toBe(true);
      expect(inked(bare, x, y)).toBe(false);
    }
  });

  it('can be seen on a sheet without margins, too', async () => {
    const marked = await pageOf('a4-a6', true);
    expect([inked(marked, 105, 5), inked(marked, 5, 148.5), inked(marked, 105, 145)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('show where a badge is to be folded', async () => {
    const marked = await pageOf('a4-a6-fold', true);
    expect([4, 5, 6].some((x) => inked(marked, x - 0.8, 105))).toBe(true);
    expect(inked(marked, 20, 105)).toBe(false);
  });

  it('are not put onto sheets that their maker has punched or perforated', async () => {
    expect(inked(await pageOf('herma-4412', true), 14.5, 13.5)).toBe(false);
    expect(inked(await pageOf('durable-1445', true), 12, 12)).toBe(false);
    expect(inked(await pageOf('a4-90x55', true), 12, 11)).toBe(true);
  });

  it.each(['a4-90x55', 'a4-a6', 'a4-a7-duplex', 'a4-a6-fold'])(
    'leave what matters on the badges of %s alone',
    async (name) => {
      const layout = layoutNamed(name);
      const marked = await pageOf(name, true);
      const [, second] = places(layout, 2);
      if (!second) throw new Error('no second place');
      const { x, y, width, height } = frontSpot(layout, second);
      const [left, right] = [x + layout.safe, x + width - layout.safe].map((mm) =>
        Math.ceil(mm * PX),
      );
      const [top, bottom] = [y + layout.safe, y + height - layout.safe].map((mm) =>
        Math.ceil(mm * PX),
      );
      for (let row = top ?? 0; row < (bottom ?? 0) - 1; row += 1) {
        const from = row * marked.width;
        const line = marked.grey.subarray(from + (left ?? 0), from + (right ?? 0) - 1);
        expect(Math.min(...line)).toBe(255);
      }
    },
  );
});

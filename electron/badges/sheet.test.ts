import { describe, expect, it } from 'vitest';
import { perPageOf } from '../../shared/badges/layout';
import { layoutNamed, listLayouts, type BadgeLayout } from './layout';
import { backSpot, frontSpot, outOfReach, places, type Spot } from './sheet';

const all = listLayouts().map(({ name }) => name);

describe('the places on a sheet', () => {
  it.each(all)(
    'of %s are as many as stated, from the first page on, and none is left out',
    (name) => {
      const layout = layoutNamed(name);
      const perPage = perPageOf(layout);
      const pages = [...places(layout, 2 * perPage + 1)].map(({ page }) => page);
      expect(pages.filter((page) => page === 0)).toHaveLength(perPage);
      expect(pages.filter((page) => page === 1)).toHaveLength(perPage);
      expect(pages.at(-1)).toBe(2);
    },
  );

  it.each(all)('of %s go on from the last one of a half-used sheet', (name) => {
    const layout = layoutNamed(name);
    const perPage = perPageOf(layout);
    const whole = [...places(layout, perPage)];
    const [first, second] = places(layout, 2, perPage);
    expect(first).toEqual(whole.at(-1));
    expect(second).toEqual({ ...whole[0], page: 1 });
  });

  it('keep the gutters of a maker between labels only: two by five stay two by five', () => {
    const spots = [...places(layoutNamed('herma-4412'), 10)];
    expect(new Set(spots.map(({ x }) => x))).toEqual(new Set([17.5, 112.5]));
    expect(new Set(spots.map(({ y }) => y))).toEqual(new Set([13.5, 68.5, 123.5, 178.5, 233.5]));
  });
});

/** A point of a spot, in parts of its width and height as it is read, on the page in mm. */
function pointOn({ x, y, width, height, turn }: Spot, right: number, down: number) {
  const at = {
    0: [right, down],
    90: [1 - down, right],
    180: [1 - right, 1 - down],
    270: [down, 1 - right],
  }[turn];
  return [x + (at[0] ?? 0) * width, y + (at[1] ?? 0) * height];
}

const rounded = (point: readonly number[]) => point.map((mm) => Math.round(mm * 1000) / 1000);

describe('the back of a badge', () => {
  const flipped: [string, BadgeLayout][] = [
    ['upright sheet, long edge', layoutNamed('a4-90x55-duplex')],
    ['upright sheet, short edge', { ...layoutNamed('a4-90x55-duplex'), back: 'flip-short-edge' }],
    ['lying sheet, long edge', { ...layoutNamed('a4-a6-fold'), back: 'flip-long-edge' }],
    [
      'turned badges, long edge',
      { ...layoutNamed('a4-90x55-duplex'), turn: 90, columns: 1, rows: 3, left: 30 },
    ],
    [
      'turned badges, short edge',
      { ...layoutNamed('a4-90x55-duplex'), turn: 90, rows: 2, left: 5, back: 'flip-short-edge' },
    ],
  ];

  it.each(flipped)('lies behind its front and turns like a page of a book: %s', (_, layout) => {
    const portrait = layout.page[1] > layout.page[0];
    const aboutVertical = (layout.back === 'flip-long-edge') === portrait;
    // Where a point of the back page comes to lie, seen through the sheet from the front.
    const seenThrough = ([x = 0, y = 0]: number[]) =>
      aboutVertical ? [layout.page[0] - x, y] : [x, layout.page[1] - y];
    for (const place of places(layout, perPageOf(layout))) {
      const front = frontSpot(layout, place);
      const back = backSpot(layout, place);
      // Its upper left corner is behind the front's upper right one, its middle behind the middle.
      for (const [right, down] of [
        [0, 0],
        [1, 1],
        [0.3, 0.1],
      ] as const) {
        expect(rounded(seenThrough(pointOn(back, right, down)))).toEqual(
          rounded(pointOn(front, 1 - right, down)),
        );
      }
    }
  });

  it.each([
    ['upright', layoutNamed('a4-a6-fold')],
    ['turned', { ...layoutNamed('a4-a6-fold'), turn: 90, columns: 1 } satisfies BadgeLayout],
  ] as const)('of a folded badge lies above it, upside down: %s', (_, layout) => {
    for (const place of places(layout, perPageOf(layout))) {
      const front = frontSpot(layout, place);
      const back = backSpot(layout, place);
      // Both have their upper edge on the fold.
      expect(rounded(pointOn(back, 0, 0))).toEqual(rounded(pointOn(front, 1, 0)));
      expect(rounded(pointOn(back, 1, 0))).toEqual(rounded(pointOn(front, 0, 0)));
      expect(rounded(pointOn(back, 0.5, 0.5))).not.toEqual(rounded(pointOn(front, 0.5, 0.5)));
    }
  });
});

describe("the printer's offset", () => {
  const sheet = layoutNamed('a4-90x55');

  it('is no trouble while the printer reaches all that matters', () => {
    expect(outOfReach(sheet, [2, -2])).toBe(0);
    expect(outOfReach(sheet, [14.8, 0])).toBe(0);
  });

  it.each([
    ['right', [15.8, 0], 1],
    ['left', [-16.8, 0], 2],
    ['down', [0, 13.8], 3],
    ['up', [0, -12], 1.2],
  ] as const)('is told in mm when it goes too far to the %s', (_, offset, beyond) => {
    expect(outOfReach(sheet, [...offset])).toBeCloseTo(beyond, 1);
  });
});

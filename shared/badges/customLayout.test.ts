import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customLayout, type CustomSize } from './customLayout';
import { footprint, layoutSchema } from './layout';

const SHEET: CustomSize = {
  medium: [210, 297],
  badge: [90, 55],
  columns: 2,
  rows: 5,
  left: 15,
  top: 11,
  gutter: [0, 0],
};
const LABEL: CustomSize = {
  ...SHEET,
  medium: [70, 50],
  badge: [70, 50],
  columns: 1,
  rows: 1,
  left: 0,
  top: 0,
};

const problemsOf = (typed: unknown) =>
  (customLayout(typed).problems ?? []).map(({ field, code, values }) => [field, code, values]);

describe('a size of one’s own', () => {
  it('becomes a layout of just those measures', () => {
    const { layout } = customLayout(SHEET);
    expect(layout).toMatchObject({ name: 'custom', family: 'sheet', page: [210, 297], sides: 1 });
    expect(layout).toMatchObject({ badge: [90, 55], columns: 2, rows: 5, gutter: [0, 0] });
  });

  it('is a label when there is one on a narrow medium, in black and with less kept from its edge', () => {
    const { layout } = customLayout(LABEL);
    expect(layout).toMatchObject({ family: 'label', ink: 'black', printable: { left: 1.5 } });
    expect(customLayout(SHEET).layout).toMatchObject({ ink: 'colour', printable: { left: 4 } });
  });

  it('counts no gutter after the last column and row', () => {
    const snug = { ...SHEET, left: 10, gutter: [10, 2], rows: 5, top: 7 };
    expect(customLayout(snug).layout).toMatchObject({ columns: 2, rows: 5 });
    expect(problemsOf({ ...snug, left: 21 })).toEqual([
      ['columns', 'too-wide', { columns: 2, needed: 211, there: 210 }],
    ]);
  });

  it.each([
    ['columns', { columns: 3 }, 'too-wide', { columns: 3, needed: 285, there: 210 }],
    ['rows', { rows: 6 }, 'too-high', { rows: 6, needed: 341, there: 297 }],
    ['safe', { safe: 28 }, 'safe', { safe: 28 }],
    ['safe', { left: 0, top: 0, safe: 2 }, 'unreachable', { needed: 4 }],
    ['medium.0', { medium: [5, 297] }, 'least', { field: 'medium.0', min: 20 }],
    ['left', { left: 401 }, 'most', { field: 'left', max: 400 }],
    ['gutter.1', { gutter: [0, -1] }, 'least', { field: 'gutter.1', min: 0 }],
    ['rows', { rows: 2.5 }, 'number', { field: 'rows' }],
    ['badge', { badge: undefined }, 'number', { field: 'badge' }],
    ['top', { top: '11' }, 'number', { field: 'top' }],
  ])('names the field that is wrong: %s %j', (field, change, code, values) => {
    expect(problemsOf({ ...SHEET, ...change })).toEqual([[field, code, values]]);
  });

  it('counts both halves of a badge that is folded', () => {
    expect(problemsOf({ ...SHEET, back: 'fold' })).toEqual([
      ['rows', 'too-high', { rows: 5, needed: 561, there: 297 }],
    ]);
    const { layout } = customLayout({ ...SHEET, rows: 2, back: 'fold' });
    expect(layout).toMatchObject({ sides: 2, back: 'fold' });
    expect(layout && footprint(layout)).toEqual([90, 110]);
  });

  it('keeps what matters where the printer reaches, whatever is typed', () => {
    const length = fc.double({ min: 20, max: 300, noNaN: true });
    const size = fc.record({
      medium: fc.tuple(length, length),
      badge: fc.tuple(length, length),
      columns: fc.integer({ min: 1, max: 4 }),
      rows: fc.integer({ min: 1, max: 4 }),
      left: fc.double({ min: 0, max: 30, noNaN: true }),
      top: fc.double({ min: 0, max: 30, noNaN: true }),
      gutter: fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.constant(0)),
      turn: fc.constantFrom(0 as const, 90 as const),
    });
    fc.assert(
      fc.property(size, (typed) => {
        const { layout, problems } = customLayout(typed);
        if (!layout) {
          expect(problems.length).toBeGreaterThan(0);
          return;
        }
        expect(layoutSchema.safeParse(layout).success).toBe(true);
        expect(layout.smallest.name).toBeLessThanOrEqual(layout.largest.name);
        expect(layout.smallest.text).toBeLessThanOrEqual(layout.largest.small);
      }),
      { seed: 20190327, numRuns: 2_000 },
    );
  });
});

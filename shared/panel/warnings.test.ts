import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueBetween, pressing, USUAL_WARNINGS, warningsOf } from './warnings';
import type { Look } from './warnings';

const look = (part: Partial<Look>): Look => ({
  mark: 'm',
  leftMs: 60_000,
  limitMs: 120_000,
  warnings: USUAL_WARNINGS,
  at: 0,
  ...part,
});

describe('how pressing a turn is', () => {
  const warnings = { first: 30_000, second: 10_000 };

  it.each([
    [120_000, 'calm'],
    [30_001, 'calm'],
    [30_000, 'first'],
    [10_001, 'first'],
    [10_000, 'second'],
    [1, 'second'],
    [0, 'over'],
    [-5_000, 'over'],
  ])('with %d ms left is %s', (left, state) => {
    expect(pressing(left, 120_000, warnings)).toBe(state);
  });

  it('is open without a limit', () => {
    expect(pressing(-5_000, 0, warnings)).toBe('open');
  });

  it('takes the thresholds in whichever order they were set', () => {
    expect(warningsOf({ warnMs: { first: 5_000, second: 20_000 } })).toEqual({
      first: 20_000,
      second: 5_000,
    });
    expect(warningsOf({})).toEqual({ first: 30_000, second: 0 });
  });
});

describe('a warning', () => {
  it('sounds once for each threshold, however often the screen is drawn', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 200, maxLength: 400 });
    fc.assert(
      fc.property(gaps, (steps) => {
        const heard: string[] = [];
        let before: Look | null = null;
        let at = 0;
        for (const step of steps) {
          at += step;
          const now = look({ at, leftMs: 40_000 - at });
          // Drawn twice at one instant: nothing more is heard.
          for (const one of [now, now]) {
            const due = dueBetween(before, one);
            if (due) heard.push(due);
            before = one;
          }
        }
        const passed = 40_000 - at;
        expect(heard).toEqual([
          ...(passed <= 30_000 ? ['first'] : []),
          ...(passed <= 0 ? ['second'] : []),
        ]);
      }),
    );
  });

  const at30 = look({ leftMs: 30_100, at: 1_000 });
  const after = { leftMs: 29_900, at: 1_200 };

  it('sounds when time alone has led over the threshold', () => {
    expect(dueBetween(at30, look(after))).toBe('first');
  });

  it.each([
    ['the screen has just been opened', null, look(after)],
    ['another has got the floor', at30, look({ ...after, mark: 'n' })],
    ['the limit was changed', at30, look({ ...after, limitMs: 90_000 })],
    [
      'the thresholds were changed',
      look({ ...at30, warnings: { first: 10_000, second: 0 } }),
      look(after),
    ],
    ['the turn was started earlier', look({ leftMs: 50_000, at: 1_000 }), look(after)],
    [
      'the turn was started later',
      look({ leftMs: 20_000, at: 1_000 }),
      look({ ...after, leftMs: 40_000 }),
    ],
    [
      'the machine has slept',
      look({ leftMs: 60_000, at: 1_000 }),
      look({ leftMs: 20_000, at: 41_000 }),
    ],
    ['there is no limit', at30, look({ ...after, limitMs: 0 })],
    ['it has sounded already', look(after), look({ leftMs: 29_700, at: 1_400 })],
  ])('is silent when %s', (_, one, two) => {
    expect(dueBetween(one, two)).toBeNull();
  });
});

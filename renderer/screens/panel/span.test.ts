import { describe, expect, it } from 'vitest';
import { elapsed } from '../stage/countdown';
import { readSpan } from './span';

describe('a stretch of a turn, as it is typed', () => {
  it.each([
    ['45', 45_000],
    ['45 s', 45_000],
    ['90 sek', 90_000],
    ['90 sekuntia', 90_000],
    ['1:15', 75_000],
    ['1.15', 75_000],
    ['0,45', 45_000],
    [' 0:05 ', 5_000],
    ['2 min', 120_000],
    ['2min', 120_000],
    ['1 minuutti', 60_000],
    ['1,5 min', 90_000],
    ['1 min 15 s', 75_000],
    ['1 min 5', 65_000],
    ['2 Minuter', 120_000],
    ['1:02:03', 3_723_000],
  ])('"%s" is %d ms, whatever a number alone counts', (typed, ms) => {
    expect(readSpan(typed)).toBe(ms);
    if (typed !== '45') expect(readSpan(typed, 'minutes')).toBe(ms);
  });

  it.each(['', 'x', '1:75', '-10', '1:5', '1.5.1', 'min', '1 h', '4 5', '1e2', '1:02:3'])(
    '"%s" means nothing',
    (typed) => {
      expect(readSpan(typed)).toBeNull();
      expect(readSpan(typed, 'minutes')).toBeNull();
    },
  );

  it('is minutes as a number alone where minutes are asked for', () => {
    expect(readSpan('2', 'minutes')).toBe(120_000);
    expect(readSpan('1,5', 'minutes')).toBe(90_000);
    expect(readSpan('1,5')).toBeNull();
  });

  it.each([0, 45_000, 120_000, 605_000, 3_599_000, 3_600_000, 5_400_000])(
    'of %d ms is read back as it is shown',
    (ms) => {
      expect(readSpan(elapsed(ms))).toBe(ms);
    },
  );
});

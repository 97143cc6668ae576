import { describe, expect, it } from 'vitest';
import { readSpan } from './span';

describe('a stretch of a turn, as it is typed', () => {
  it.each([
    ['45', 45_000],
    ['45 s', 45_000],
    ['1:15', 75_000],
    [' 0:05 ', 5_000],
  ])('"%s" is %d ms', (typed, ms) => {
    expect(readSpan(typed)).toBe(ms);
  });

  it.each(['', 'x', '1:75', '-10'])('"%s" means nothing', (typed) => {
    expect(readSpan(typed)).toBeNull();
  });
});

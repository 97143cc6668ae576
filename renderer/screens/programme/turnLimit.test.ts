import { describe, expect, it } from 'vitest';
import { readTurnLimit, turnLimitText } from './turnLimit';

describe('the limit of a turn', () => {
  it.each([
    ['2', 120_000],
    ['1:30', 90_000],
    ['1,5', 90_000],
    ['90 s', 90_000],
    ['2 min', 120_000],
    ['', 0],
  ])('%s is %d ms', (text, ms) => {
    expect(readTurnLimit(text)).toBe(ms);
  });

  it('is refused where it means nothing', () => {
    expect(readTurnLimit('kaksi')).toBeNull();
    expect(readTurnLimit('1:90')).toBeNull();
  });

  it.each([0, 120_000, 90_000, 45_000])('of %d ms reads back as it was', (ms) => {
    expect(readTurnLimit(turnLimitText(ms))).toBe(ms);
  });
});

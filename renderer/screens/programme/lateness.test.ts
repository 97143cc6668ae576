import { describe, expect, it } from 'vitest';
import { latenessOf, lengthText } from './lateness';

describe('lateness in words', () => {
  it('calls nobody late for half a minute', () => {
    expect(latenessOf(29_999)).toEqual({ is: 'onTime', minutes: 0 });
    expect(latenessOf(-29_999)).toEqual({ is: 'onTime', minutes: 0 });
  });

  it('counts whole minutes either way', () => {
    expect(latenessOf(4.4 * 60_000)).toEqual({ is: 'late', minutes: 4 });
    expect(latenessOf(-120_000)).toEqual({ is: 'early', minutes: 2 });
  });
});

describe('a length in words', () => {
  it.each([
    [45 * 60_000, '45 min'],
    [60 * 60_000, '1 h'],
    [90 * 60_000, '1 h 30 min'],
    [90_000, '90 s'],
    [0, '0 min'],
  ])('%d ms is %s', (ms, text) => {
    expect(lengthText(ms)).toBe(text);
  });
});

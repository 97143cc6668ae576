import { describe, expect, it } from 'vitest';
import { whenOf } from './when';

const HELSINKI = 'Europe/Helsinki';

describe('when a backup was made, in words', () => {
  const noon = Date.parse('2026-11-22T10:00:00Z');

  it('is today or yesterday by the event’s own midnight', () => {
    expect(whenOf(Date.parse('2026-11-21T22:00:00Z'), noon, HELSINKI)).toEqual({ word: 'today' });
    const before = Date.parse('2026-11-21T21:59:00Z');
    expect(whenOf(before, noon, HELSINKI)).toEqual({ word: 'yesterday' });
  });

  it('is a day before that, and where a clock went back', () => {
    const earlier = Date.parse('2026-11-20T10:00:00Z');
    expect(whenOf(earlier, noon, HELSINKI)).toEqual({ word: 'day', day: '2026-11-20' });
    expect(whenOf(noon, earlier, HELSINKI)).toEqual({ word: 'day', day: '2026-11-22' });
  });

  it('is yesterday also over the night when the clocks change', () => {
    const now = Date.parse('2027-03-28T20:30:00Z');
    const yesterday = Date.parse('2027-03-27T21:30:00Z');
    expect(whenOf(now, now, HELSINKI)).toEqual({ word: 'today' });
    expect(whenOf(yesterday, now, HELSINKI)).toEqual({ word: 'yesterday' });
  });
});

import { describe, expect, it } from 'vitest';
import { MINUTE } from '../model/units';
import { readStart, readStretch } from './stretch';

describe('what is typed as a length', () => {
  it.each([
    ['45', undefined, 45],
    ['90 min', undefined, 90],
    ['1:30', undefined, 90],
    ['1.30', undefined, 90],
    ['0.45', undefined, 45],
    ['0:45', undefined, 45],
    ['0,45', undefined, 45],
    ['1 h 30', undefined, 90],
    ['1,5 h', undefined, 90],
    ['1.5h', undefined, 90],
    ['12.30–13', 750, 30],
    ['12.30-13', 750, 30],
    ['12:30-13:15', 750, 45],
    ['12.30 – 13.15', 750, 45],
    ['klo 9 — 10.05', 540, 65],
    ['9-10', 540, 60],
    ['23.30–0.30', 1_410, 60],
    ['25–26', 1_500, 60],
  ])('%j begins at %s and lasts %d minutes', (typed, plannedStart, minutes) => {
    const plannedMs = minutes * MINUTE;
    expect(readStretch(typed)).toEqual(
      plannedStart === undefined ? { plannedMs } : { plannedStart, plannedMs },
    );
  });

  it.each([
    '',
    '–',
    '12.30–',
    '–13',
    '12–12',
    '12.30–13–14',
    '9–kymmenen',
    '1:60',
    '47–46.59',
    '0.5',
  ])('%j is neither a length nor two times', (typed) => {
    expect(readStretch(typed)).toBeNull();
  });

  it('counts what really passes on the nights the clocks change', () => {
    const timeZone = 'Europe/Helsinki';
    const spring = readStretch('23–28', { date: '2026-03-28', timeZone });
    const autumn = readStretch('23–28', { date: '2026-10-24', timeZone });
    expect([spring?.plannedMs, autumn?.plannedMs]).toEqual([240 * MINUTE, 360 * MINUTE]);
  });
});

describe('what is typed as a start', () => {
  it.each([
    ['0.30', 23 * 60 + 50, 24 * 60 + 30],
    ['0.30', 9 * 60, 30],
    ['8', 21 * 60, 480],
    ['12.30', 23 * 60, 750],
  ])('%j after minute %d is minute %d', (typed, follows, minute) => {
    expect(readStart(typed, follows)).toBe(minute);
  });

  it('is nothing where it is no time', () => {
    expect(readStart('kohta', 1_400)).toBeNull();
  });
});

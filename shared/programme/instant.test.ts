import { describe, expect, it } from 'vitest';
import { clockTime, dateOf, dayMinuteOf, instantOf } from './instant';

const HELSINKI = 'Europe/Helsinki';
const iso = (date: string, minute: number, zone = HELSINKI) =>
  new Date(instantOf(date, minute, zone)).toISOString();

describe('a wall-clock time of a day', () => {
  it.each([
    ['in winter', '2026-01-15', 9 * 60, '2026-01-15T07:00:00.000Z'],
    ['in summer', '2026-06-15', 9 * 60, '2026-06-15T06:00:00.000Z'],
    [
      'on the morning after the clocks went forward',
      '2026-03-29',
      9 * 60,
      '2026-03-29T06:00:00.000Z',
    ],
    ['before the clocks go forward', '2026-03-29', 2 * 60, '2026-03-29T00:00:00.000Z'],
    ['left out as the clocks go forward', '2026-03-29', 3 * 60 + 30, '2026-03-29T01:30:00.000Z'],
    ['on the morning after the clocks went back', '2026-10-25', 9 * 60, '2026-10-25T07:00:00.000Z'],
    ['shown twice as the clocks go back', '2026-10-25', 3 * 60 + 30, '2026-10-25T00:30:00.000Z'],
    [
      'past midnight into the night of change',
      '2026-03-28',
      24 * 60 + 240,
      '2026-03-29T01:00:00.000Z',
    ],
    ['past midnight', '2026-06-15', 25 * 60, '2026-06-15T22:00:00.000Z'],
  ])('%s is the right instant', (_, date, minute, expected) => {
    expect(iso(date, minute)).toBe(expected);
  });

  it('is right in zones far from Greenwich and with odd offsets', () => {
    expect(iso('2026-06-15', 0, 'Pacific/Kiritimati')).toBe('2026-06-14T10:00:00.000Z');
    expect(iso('2026-06-15', 0, 'Asia/Kathmandu')).toBe('2026-06-14T18:15:00.000Z');
  });

  it('is given back by the instant, minute for minute, on an ordinary and on a changing day', () => {
    for (const date of ['2026-03-18', '2026-03-29', '2026-10-25']) {
      for (let minute = 5 * 60; minute <= 1_620; minute += 7) {
        expect(dayMinuteOf(instantOf(date, minute, HELSINKI), date, HELSINKI)).toBe(minute);
      }
    }
  });

  it('says so when the zone is not known', () => {
    expect(() => instantOf('2026-03-18', 0, 'Europe/Imatra')).toThrow(RangeError);
  });
});

describe('an instant on the wall', () => {
  it('shows hours and minutes of its zone', () => {
    const instant = Date.parse('2026-10-25T01:30:59.999Z');
    expect(clockTime(instant, HELSINKI)).toEqual({ hours: 3, minutes: 30 });
    expect(clockTime(instant, 'UTC')).toEqual({ hours: 1, minutes: 30 });
  });

  it('belongs to its local day', () => {
    expect(dateOf(Date.parse('2026-03-18T22:30:00Z'), HELSINKI)).toBe('2026-03-19');
  });

  it('is negative minutes on the day before', () => {
    const instant = instantOf('2026-03-17', 1_430, HELSINKI);
    expect(dayMinuteOf(instant, '2026-03-18', HELSINKI)).toBe(-10);
  });
});

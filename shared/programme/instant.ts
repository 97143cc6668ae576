import { MINUTE } from '../model/units';
import type { DayMinute, Duration, Instant } from '../model/units';

const DAY: Duration = 1_440 * MINUTE;

/** Instants found before: a programme asks for the same few hundred every second, and Intl is slow. */
const instants = new Map<string, Instant>();
const KEPT = 2_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** How far the clocks of a zone are ahead of UTC in the whole minutes asked for before: each costs Intl 20 µs. */
const offsets = new Map<string, Duration>();

/** How far the clocks of the zone are ahead of UTC at an instant: clocks are changed at whole minutes (since 1972). */
function offsetAt(instant: Instant, timeZone: string): Duration {
  const minute = Math.floor(instant / MINUTE);
  const key = `${minute} ${timeZone}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = shownAt(minute * MINUTE, timeZone) - minute * MINUTE;
    if (offsets.size >= KEPT) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

/** What the clocks of the zone show at a whole second, by Intl. */
function shownAt(instant: Instant, timeZone: string): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) {
    parts[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** What the clocks of the zone show at an instant, written as if it were UTC, in ms. */
function wallClock(instant: Instant, timeZone: string): number {
  return instant + offsetAt(instant, timeZone);
}

/**
 * When the clocks show `minute` of the day `date` (YYYY-MM-DD); past 1440 is the day after. On the
 * night the clocks go back, a time shown twice means its first showing; on the night they go
 * forward, a time that is left out means as much later (both as RFC 5545 and Temporal's
 * "compatible" have it). Throws a RangeError for a zone that is not known.
 */
export function instantOf(date: string, minute: DayMinute, timeZone: string): Instant {
  const key = `${date} ${minute} ${timeZone}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE;
  const before = wanted - offsetAt(wanted - DAY, timeZone);
  const after = wanted - offsetAt(wanted + DAY, timeZone);
  const shown = [before, after].filter((instant) => wallClock(instant, timeZone) === wanted);
  const instant = shown.length ? Math.min(...shown) : before;
  if (instants.size >= KEPT) instants.clear();
  instants.set(key, instant);
  return instant;
}

/** Whole minutes that the clocks show past the midnight of `date`; negative on an earlier day. */
export function dayMinuteOf(instant: Instant, date: string, timeZone: string): DayMinute {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return Math.floor((wallClock(instant, timeZone) - midnight) / MINUTE);
}

/** The local day of an instant, YYYY-MM-DD. */
export function dateOf(instant: Instant, timeZone: string): string {
  return new Date(wallClock(instant, timeZone)).toISOString().slice(0, 10);
}

/** What a wall clock of the zone shows, for display. */
export function clockTime(instant: Instant, timeZone: string): { hours: number; minutes: number } {
  const minutes = Math.floor(wallClock(instant, timeZone) / MINUTE) % 1_440;
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

import type { DayMinute, Duration } from '../model/units';
import { MINUTE } from '../model/units';
import { LAST_MINUTE } from './day';
import type { Day } from './day';
import { instantOf } from './instant';
import { readClock, readLength } from './length';

/** What somebody typed as the length of a session: a length, or from when until when. */
export interface Stretch {
  /** Only where it was typed. */
  plannedStart?: DayMinute;
  plannedMs: Duration;
}

/**
 * Reads a length (`45`, `1:30`, `0.45`, `1 h 30`: a sign between two numbers always means hours and
 * minutes, so `0.45` is 45 min and `1.30` is 90) or two times of day (`12.30–13`, `12:30-13:15`). The
 * second of two times is on the next day where it would come before the first, and with the event's
 * day the length is what really passes between them, also on the night the clocks change. Null where
 * it is neither.
 */
export function readStretch(typed: string, day?: Day): Stretch | null {
  const plannedMs = readLength(typed);
  if (plannedMs !== null) return { plannedMs };
  const parts = /^([^–—−-]+)[–—−-]([^–—−-]+)$/.exec(typed.trim());
  if (!parts) return null;
  const from = readClock(parts[1] ?? '');
  const to = readClock(parts[2] ?? '');
  if (from === null || to === null || from === to) return null;
  const until = to > from ? to : to + 1_440;
  if (until > LAST_MINUTE) return null;
  const passes = day
    ? instantOf(day.date, until, day.timeZone) - instantOf(day.date, from, day.timeZone)
    : (until - from) * MINUTE;
  return passes > 0 ? { plannedStart: from, plannedMs: passes } : null;
}

/** Before this hour of the morning, after that hour of the evening: then the next day is meant. */
const SMALL_HOURS = 6 * 60;
const EVENING = 18 * 60;

/**
 * A typed time of day as it is meant after something that ends at `follows`: `0.30` after 23.50 is
 * past midnight. Null where it is no time of day.
 */
export function readStart(typed: string, follows: DayMinute): DayMinute | null {
  const minute = readClock(typed);
  if (minute === null || minute >= SMALL_HOURS || follows < EVENING) return minute;
  return minute + 1_440;
}

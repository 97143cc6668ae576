import type { Instant } from '../../../../shared/model/units';

/** An instant as somebody would say it: today, yesterday, or a day (YYYY-MM-DD) of the event's time zone. */
export type When = { word: 'today' | 'yesterday' } | { word: 'day'; day: string };

const DAY_MS = 86_400_000;

export function whenOf(at: Instant, now: Instant, timeZone: string): When {
  const day = dayOf(at, timeZone);
  const today = dayOf(now, timeZone);
  if (day === today) return { word: 'today' };
  // Noon, so that a day of 23 or 25 hours changes nothing.
  const before = new Date(Date.parse(`${today}T12:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  return day === before ? { word: 'yesterday' } : { word: 'day', day };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayOf(at: Instant, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    // The Canadian way to write a day is ours: 2026-11-22.
    format = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

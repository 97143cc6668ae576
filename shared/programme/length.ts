import { MINUTE } from '../model/units';
import type { DayMinute, Duration } from '../model/units';

/** Longest length that can be stated, see `sessionDetailsSchema`. */
const LONGEST: Duration = 36 * 60 * MINUTE;

const HOURS = String.raw`(?:h|hrs?|hours?|t|tim|timmar|timme|tuntia?)\.?`;
const MINUTES = String.raw`(?:m|min|minuuttia?|minut|minuter|minutes?)\.?`;

/** Written forms of a length: 1:30, 0.45 or 1,30 (hours and minutes); 1 h 30; 1,5 h; 45 or 45 min. */
const FORMS = [
  new RegExp(String.raw`^(?<hours>\d{1,2})(?::(?<minutes>[0-5]\d)\s*(?:${HOURS})?)$`),
  /^(?<hours>\d{1,2})[.,](?<minutes>[0-5]\d)$/,
  new RegExp(
    String.raw`^(?<hours>\d{1,2})\s*${HOURS}\s*(?:(?<minutes>[0-5]?\d)\s*(?:${MINUTES})?)?$`,
  ),
  new RegExp(String.raw`^(?<hours>\d{1,2})[.,](?<tenths>\d)\s*${HOURS}$`),
  new RegExp(String.raw`^(?<minutes>\d{1,4})\s*(?:${MINUTES})?$`),
];

/**
 * A length as a person types it, in fi, sv or en: "45", "45 min", "1:30", "0.45", "1 h 30". Null
 * where it is none, or longer than a programme can be.
 */
export function readLength(typed: string): Duration | null {
  const text = typed.trim().toLowerCase();
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const { hours = '0', tenths = '0', minutes = '0' } = groups;
    const length = (Number(hours) * 60 + Number(tenths) * 6 + Number(minutes)) * MINUTE;
    return length <= LONGEST ? length : null;
  }
  return null;
}

/**
 * A time of day as a person types it: "12.30", "12:30", "1230", "930", "9", "klo 9". Hours past 24 are
 * the morning after ("25.30"). Null where it is none.
 */
export function readClock(typed: string): DayMinute | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^(klo|kl)\.?\s*/, '');
  const groups = /^(?<hours>\d{1,2})(?:[.:,]?(?<minutes>\d{2}))?$/.exec(text)?.groups;
  if (!groups) return null;
  const { hours = '0', minutes = '0' } = groups;
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && minute <= 2_880 ? minute : null;
}

/** A time of day as it is written in Finland, "9.05", or with another separator: "9:05". */
export function formatClock(minute: DayMinute, separator = '.'): string {
  const ofDay = ((Math.floor(minute) % 1_440) + 1_440) % 1_440;
  const minutes = String(ofDay % 60).padStart(2, '0');
  return `${Math.floor(ofDay / 60)}${separator}${minutes}`;
}

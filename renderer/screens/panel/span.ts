import { MINUTE, SECOND } from '../../../shared/model/units';
import type { Duration } from '../../../shared/model/units';

/** A stretch of a turn as it is typed: `45` or `45 s` are seconds, `1:15` minutes and seconds. ms, null where it means nothing. */
export function readSpan(typed: string): Duration | null {
  const text = typed.trim().toLowerCase();
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * MINUTE + Number(clock[2]) * SECOND;
  const seconds = /^(\d{1,4})\s*s?$/.exec(text)?.[1];
  return seconds === undefined ? null : Number(seconds) * SECOND;
}

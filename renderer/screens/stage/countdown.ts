import type { Duration } from '../../../shared/model/units';

/**
 * How pressing a running time is. Each state has a word and a shape of its own, so that it can be
 * told without colour. `open`: there is no limit.
 */
export type Urgency = 'open' | 'calm' | 'soon' | 'over';

const LONGEST_WARNING: Duration = 3 * 60_000;

/** When "soon" begins: the last quarter of the limit, at most its last three minutes. In ms. */
export function warningMs(limitMs: Duration): Duration {
  return Math.min(limitMs / 4, LONGEST_WARNING);
}

/** State of a time of which `leftMs` is left of `limitMs`; a limit of 0 is none. */
export function urgencyOf(leftMs: Duration, limitMs: Duration): Urgency {
  if (limitMs <= 0) return 'open';
  if (leftMs <= 0) return 'over';
  return leftMs <= warningMs(limitMs) ? 'soon' : 'calm';
}

/**
 * Time left as people read it: `2:00` for the whole first second, `0:00` at the end, then `+0:01`
 * and up. From an hour on with hours: `1:02:03`.
 */
export function countdown(leftMs: Duration): string {
  if (leftMs > 0) return clockFace(Math.ceil(leftMs / 1_000));
  const over = Math.floor(-leftMs / 1_000);
  return over === 0 ? '0:00' : `+${clockFace(over)}`;
}

/** Time gone by, `0:00` up. A negative time, as of a clock not yet set, reads `0:00`. */
export function elapsed(ms: Duration): string {
  return clockFace(Math.max(0, Math.floor(ms / 1_000)));
}

function clockFace(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

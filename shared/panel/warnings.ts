import type { Panel } from '../model/session';
import { SECOND } from '../model/units';
import type { Duration } from '../model/units';

/** With how much of a turn left the first and the second warning come, ms; the first is the longer. */
export interface Warnings {
  first: Duration;
  second: Duration;
}

/** Half a minute before the end, and at the end. */
export const USUAL_WARNINGS: Warnings = { first: 30 * SECOND, second: 0 };

/** The warnings of a panel, in their order whichever way they were typed. */
export function warningsOf(panel: Pick<Panel, 'warnMs'>): Warnings {
  if (!panel.warnMs) return USUAL_WARNINGS;
  const { first, second } = panel.warnMs;
  return { first: Math.max(first, second), second: Math.min(first, second) };
}

/**
 * How pressing a turn is. `open`: it has no limit; `calm`: before any warning; `first`, `second`:
 * after that warning; `over`: its limit is reached.
 */
export type Pressing = 'open' | 'calm' | 'first' | 'second' | 'over';

/** State of a turn of which `leftMs` is left of `limitMs`; a limit of 0 is none. */
export function pressing(leftMs: Duration, limitMs: Duration, warnings: Warnings): Pressing {
  if (limitMs <= 0) return 'open';
  if (leftMs <= 0) return 'over';
  if (leftMs <= warnings.second) return 'second';
  return leftMs <= warnings.first ? 'first' : 'calm';
}

/** A turn as it was looked at: what was left of it, under which limit and warnings. */
export interface Look {
  /** Begins the stretch: another one after a hand-over or a pause. */
  mark: string;
  leftMs: Duration;
  limitMs: Duration;
  warnings: Warnings;
  /** When, by the desk's clock. */
  at: number;
}

/** Longest time between two looks over which a warning still sounds; after sleep it would be late. */
const STALE: Duration = 3 * SECOND;

/**
 * Which warning became due between two looks because time has passed: never because the turn, its
 * limit, the thresholds or a correction changed in between, and never twice. Null for none.
 */
export function dueBetween(before: Look | null, now: Look): 'first' | 'second' | null {
  if (!before || before.mark !== now.mark || now.limitMs <= 0) return null;
  if (before.limitMs !== now.limitMs) return null;
  const { first, second } = now.warnings;
  if (before.warnings.first !== first || before.warnings.second !== second) return null;
  const passed = now.at - before.at;
  if (passed <= 0 || passed > STALE) return null;
  // What was left must have shrunk by the time that passed, else something was put right.
  if (Math.abs(before.leftMs - now.leftMs - passed) > SLACK) return null;
  const crossed = (threshold: Duration) => before.leftMs > threshold && now.leftMs <= threshold;
  if (crossed(second)) return 'second';
  return crossed(first) ? 'first' : null;
}

/** How far the desk's clock may be corrected between two looks, ms. */
const SLACK: Duration = 250;

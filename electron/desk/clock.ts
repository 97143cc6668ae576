import { performance } from 'node:perf_hooks';
import type { Instant } from '../../shared/model/units';

/** The desk's clock: ms since the epoch that never goes back and never jumps while the program runs. */
export interface Clock {
  now(): Instant;
  /**
   * Goes on from this instant if it is behind it: facts of an earlier run stay in the past even when
   * the wall clock went back in between.
   */
  atLeast(instant: Instant): void;
}

/**
 * A monotonic clock anchored to the wall clock once, at start: a wall clock that is set while the
 * program runs moves no timer.
 */
export function startClock(wall: () => Instant = Date.now): Clock {
  let anchor = wall() - performance.now();
  const now = () => Math.round(anchor + performance.now());
  return {
    now,
    atLeast: (instant) => {
      anchor += Math.max(0, instant - now());
    },
  };
}

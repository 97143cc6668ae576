import { uptime } from 'node:os';
import { performance } from 'node:perf_hooks';
import { SECOND } from '../../shared/model/units';
import type { Duration, Instant } from '../../shared/model/units';

/** From when until when the machine slept, or the program stood still, by the desk's clock. */
export interface Sleep {
  from: Instant;
  to: Instant;
}

/** The desk's clock: ms since the epoch that never goes back and never jumps while the program runs. */
export interface Clock {
  now(): Instant;
  /**
   * Goes on from this instant if it is behind it: facts of an earlier run stay in the past even when
   * the wall clock went back in between.
   */
  atLeast(instant: Instant): void;
  /** The last time that the machine slept while the program ran; null when it has not. */
  slept?(): Sleep | null;
  /** Lets go of what keeps the clock looking; it still tells the time. */
  stop?(): void;
}

/** Where the time comes from; all in ms. */
export interface TimeSources {
  /** Counts evenly while the machine is awake and does not care about the wall clock. */
  steady(): Duration;
  /** Time since the machine started, sleep included, whatever the wall clock is set to. */
  up(): Duration;
  /** What the wall clock shows. */
  wall(): Instant;
}

/** How often the clock looks whether the machine slept, ms. */
const LOOK: Duration = SECOND;

/** So long a look is good for, ms: asking the machine for its uptime costs more than telling the time. */
const FRESH: Duration = 20;

/** By so much `up` has to be ahead of `steady` before it is sleep: macOS tells `up` in whole seconds. */
const COARSE: Duration = 2 * SECOND;

/** A stretch without a look that is worth asking a person about, ms. */
const NAP: Duration = 10 * SECOND;

/** A clock that looks for sleep when it is asked the time, and when `look` is called. */
export interface LookingClock extends Clock {
  look(): void;
}

/**
 * A monotonic clock anchored to the wall clock once, at start: a wall clock that is set while the
 * program runs, summer time and midnight move no timer.
 *
 * Time that the machine sleeps counts as passed. Node's steady clock counts it on Windows
 * (QueryPerformanceCounter) and macOS (mach_continuous_time) but not on Linux (CLOCK_MONOTONIC); the
 * machine's uptime counts it everywhere (GetTickCount64, kern.boottime, /proc/uptime). So what the
 * uptime is ahead of the steady clock between two looks is sleep, and is added. The wall clock is not
 * asked about it: awake, a wall clock set forward by 30 s looks just like 30 s of sleep. The uptime is
 * coarse, so it only ever adds stretches and never counts the time itself.
 */
export function createClock({ steady, up, wall }: TimeSources): LookingClock {
  let anchor = wall() - steady();
  let seen = { steady: steady(), up: up() };
  let slept: Sleep | null = null;
  const look = () => {
    const now = { steady: steady(), up: up() };
    const ran = now.steady - seen.steady;
    const ahead = now.up - seen.up - ran;
    const asleep = ahead >= COARSE ? ahead : 0;
    const from = Math.round(anchor + seen.steady);
    anchor += asleep;
    // Where the steady clock counts sleep, only the missing looks tell of it.
    if (ran + asleep >= NAP) slept = { from, to: Math.round(anchor + now.steady) };
    seen = now;
  };
  const now = () => {
    const at = steady();
    if (at - seen.steady < FRESH) return Math.round(anchor + at);
    look();
    return Math.round(anchor + seen.steady);
  };
  return {
    now,
    look,
    slept: () => slept,
    atLeast: (instant) => {
      anchor += Math.max(0, instant - now());
    },
  };
}

/** The clock of a desk, from this machine; it looks for sleep every second until it is stopped. */
export function startClock(wall: () => Instant = Date.now): Clock {
  const steady = () => performance.now();
  const clock = createClock({ steady, up: () => uptimeOr(steady), wall });
  const timer = setInterval(clock.look, LOOK);
  timer.unref();
  return { ...clock, stop: () => clearInterval(timer) };
}

/** Some containers have no uptime to tell: there the machine is never seen to sleep. */
function uptimeOr(steady: () => Duration): Duration {
  try {
    return uptime() * SECOND;
  } catch {
    return steady();
  }
}

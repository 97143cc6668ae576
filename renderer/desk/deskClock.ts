import type { Duration, Instant } from '../../shared/model/units';

/** A frame may be this late, ms, before the desk's clock is taken to have changed. */
const LATE_MS = 1_000;

/**
 * How long the quickest frame counts, ms. The desk tells its time every second: long enough for one
 * of them to have come without delay, and short enough that two machines whose clocks drift apart by
 * 100 ppm stay within 3 ms.
 */
const WINDOW_MS = 30_000;

interface Sample {
  at: Duration;
  offset: number;
}

/**
 * The desk's clock as seen from a screen: anchored to the quickest of the last frames and carried on
 * by the machine's monotonic time, so that a wall clock set forward or back moves nothing.
 */
export class DeskClock {
  #offset: number;
  /** Of the last frames, those that none after them was quicker than: offsets fall from first to last. */
  #samples: Sample[] = [];
  readonly #elapsed: () => Duration;

  /** `elapsed` is monotonic, `wall` the instant to begin with; both in ms. */
  constructor(elapsed: () => Duration = () => performance.now(), wall: Instant = Date.now()) {
    this.#elapsed = elapsed;
    this.#offset = wall - elapsed();
  }

  /**
   * Takes the desk's instant from a frame that has just come. Frames come late, never early, so the
   * one that was under way least is the truest; far behind it, the desk has another clock (a restart).
   */
  correct(instant: Instant): void {
    const at = this.#elapsed();
    const offset = instant - at;
    const first = this.#samples[0];
    if (first && first.offset - offset >= LATE_MS) this.#samples = [];
    this.#samples = this.#samples.filter((one) => one.offset > offset && at - one.at <= WINDOW_MS);
    this.#samples.push({ at, offset });
    this.#offset = this.#samples[0]?.offset ?? offset;
  }

  /** The desk's instant now, ms since the epoch. */
  now(): Instant {
    return this.#elapsed() + this.#offset;
  }
}

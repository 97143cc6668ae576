/** A frame may be this late, ms, before the desk's clock is taken to have changed. */
const LATE_MS = 1_000;

/**
 * The desk's clock as seen from a screen: anchored to the instant of the last frame and carried on by
 * the machine's monotonic time, so that a wall clock set forward or back moves nothing.
 */
export class DeskClock {
  #offset: number;
  #corrected = false;
  readonly #elapsed: () => number;

  /** `elapsed` is monotonic, `wall` the instant to begin with; both in ms. */
  constructor(elapsed: () => number = () => performance.now(), wall: number = Date.now()) {
    this.#elapsed = elapsed;
    this.#offset = wall - elapsed();
  }

  /**
   * Takes the desk's instant from a frame that has just come. Frames come late, never early, so the
   * one that was under way least is the truest; far behind it, the desk has another clock (a restart).
   */
  correct(instant: number): void {
    const offset = instant - this.#elapsed();
    const behind = this.#offset - offset;
    if (this.#corrected && behind > 0 && behind < LATE_MS) return;
    this.#offset = offset;
    this.#corrected = true;
  }

  /** The desk's instant now, ms since the epoch. */
  now(): number {
    return this.#elapsed() + this.#offset;
  }
}

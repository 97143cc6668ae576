/**
 * The desk's clock as seen from a screen: anchored to the instant of the last frame and carried on by
 * the machine's monotonic time, so that a wall clock set forward or back moves nothing.
 */
export class DeskClock {
  #offset: number;
  readonly #elapsed: () => number;

  /** `elapsed` is monotonic, `wall` the instant to begin with; both in ms. */
  constructor(elapsed: () => number = () => performance.now(), wall: number = Date.now()) {
    this.#elapsed = elapsed;
    this.#offset = wall - elapsed();
  }

  /** Takes the desk's instant from a frame that has just come. */
  correct(instant: number): void {
    this.#offset = instant - this.#elapsed();
  }

  /** The desk's instant now, ms since the epoch. */
  now(): number {
    return this.#elapsed() + this.#offset;
  }
}

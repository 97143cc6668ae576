/** The same code again within this time is the same scan, ms: a hand that pulled the trigger twice. */
export const SAME_MS = 2_000;

/** Takes the same scan twice for one. */
export class SameScan {
  readonly #last = new Map<string, number>();

  /** Whether a scan is a new one. `at` in ms, monotonic; counted from the scan that was answered. */
  isNew(code: string, at: number): boolean {
    const last = this.#last.get(code);
    if (last !== undefined && at - last < SAME_MS) return false;
    this.#note(code, at);
    return true;
  }

  /**
   * The same for a camera, which sees a badge in every picture for as long as it is held there: new only
   * when it has been away for that time.
   */
  isNewSight(code: string, at: number): boolean {
    const last = this.#last.get(code);
    this.#note(code, at);
    return last === undefined || at - last >= SAME_MS;
  }

  /** The next scan of every code is new: something else has happened, or the desk was not reached. */
  forget(): void {
    this.#last.clear();
  }

  #note(code: string, at: number): void {
    for (const [other, last] of this.#last) if (at - last >= SAME_MS) this.#last.delete(other);
    this.#last.set(code, at);
  }
}

import { SHORTEST } from './codeText';

/** A key of one letter waits this long for the next, ms: longer than a scanner takes, shorter than anybody notices. */
export const HOLD_MS = 50;
/** After so many at that pace nobody is pressing keys: the scan has this long to be told for one, ms. */
const RUN_MS = 250;

/**
 * The single-letter keys of a screen, held back until they are known not to be the beginning of a scan: what a
 * letter does to a field can be taken back, what it does to a panel cannot.
 */
export class HeldKeys {
  #held: Array<() => void> = [];
  #due: ReturnType<typeof setTimeout> | undefined;

  get count(): number {
    return this.#held.length;
  }

  /**
   * Does it soon, after all that is held already. `late`: how long ago the key was pressed, ms; where the machine
   * is slow with one key, the next one is as late.
   */
  take(deed: () => void, late = 0): void {
    this.#held.push(deed);
    clearTimeout(this.#due);
    const wait = Math.min(RUN_MS, this.#held.length < SHORTEST ? HOLD_MS + late : RUN_MS);
    // Keys that have come while the page was busy are heard before the second of the two.
    this.#due = setTimeout(() => {
      this.#due = setTimeout(() => this.release());
    }, wait);
  }

  /** Does what is held now, in its order. */
  release(): void {
    clearTimeout(this.#due);
    const held = this.#held;
    this.#held = [];
    for (const deed of held) deed();
  }

  /** Keeps the first so many: the others were a scanner's. */
  keep(count: number): void {
    this.#held.splice(count);
  }
}

/** Those of this page. */
export const heldKeys = new HeldKeys();

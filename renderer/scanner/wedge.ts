import type { Keystroke } from './keystroke';
import { Rewind } from './rewind';
import type { Mark } from './rewind';
import type { Scan, ScanEar } from './scanEar';

/**
 * A keyboard-wedge scanner among the keys of a person: keys do at once what they always do, and when
 * they turn out to have been a scan, what they did is taken back.
 */
export class Wedge {
  readonly ear: ScanEar;
  readonly #rewind = new Rewind();
  readonly #onScan: (scan: Scan) => void;

  constructor(ear: ScanEar, onScan: (scan: Scan) => void) {
    this.ear = ear;
    this.#onScan = onScan;
  }

  /** A character is about to be typed. */
  character(key: Keystroke): void {
    this.#tell(this.ear.take(key));
    if (this.ear.waiting === 1) this.#rewind.clear();
  }

  /** What the character that was told last is about to change. */
  mark(mark: Mark): void {
    if (this.ear.waiting > 0) this.#rewind.note(this.ear.waiting - 1, mark);
  }

  /** Enter, Tab or a line feed at an instant; true when it is the scanner's and must do nothing else. */
  end(at: number): boolean {
    this.#tell(this.ear.close(at));
    return this.ear.trails(at);
  }

  /** No key has come for `IDLE_MS`. */
  idle(): void {
    this.#tell(this.ear.idle());
  }

  /** A key that no scanner sends. */
  other(): void {
    this.#tell(this.ear.idle());
    this.ear.forget();
  }

  #tell(scans: readonly Scan[]): void {
    const [first] = scans;
    if (!first) return;
    this.#rewind.back(first.from);
    for (const scan of scans) this.#onScan(scan);
  }
}

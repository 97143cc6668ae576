/** How long a finger stays before it means a tick, ms. */
export const LONG_MS = 500;

/** How far it may wander meanwhile, CSS pixels: further is scrolling. */
const STILL = 10;

/** A finger that stays on a row picks the person for a group, and the tap that ends it does nothing more. */
export class LongPress {
  #due: ReturnType<typeof setTimeout> | undefined;
  #from = { x: 0, y: 0 };
  #done = false;

  constructor(private readonly tick: (id: string) => void) {}

  begin(id: string, x: number, y: number): void {
    this.end();
    this.#done = false;
    this.#from = { x, y };
    this.#due = setTimeout(() => {
      this.#due = undefined;
      this.#done = true;
      this.tick(id);
    }, LONG_MS);
  }

  move(x: number, y: number): void {
    if (Math.hypot(x - this.#from.x, y - this.#from.y) > STILL) this.end();
  }

  /** The finger has gone, or scrolls. */
  end(): void {
    clearTimeout(this.#due);
    this.#due = undefined;
  }

  /** Whether the click that comes now ends a long press, and so means nothing of its own; true once. */
  swallows(): boolean {
    const done = this.#done;
    this.#done = false;
    return done;
  }

  /** Whether a finger is down that may yet mean a tick, or has just meant one: no menu should open. */
  get held(): boolean {
    return this.#due !== undefined || this.#done;
  }
}

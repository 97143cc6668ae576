/** How to put one thing (a field, a list of choices, the focus) back to what it was before a key. */
export interface Mark {
  of: object;
  restore(): void;
}

/** Remembers what each key was about to change, so that a scan can be taken out of the page again. */
export class Rewind {
  #marks: Array<Mark & { key: number }> = [];

  /** `key`: the place of the key among those taken. */
  note(key: number, mark: Mark): void {
    this.#marks.push({ ...mark, key });
  }

  /** Puts everything back to what it was before the given key. */
  back(key: number): void {
    const since = this.#marks.filter((mark) => mark.key >= key);
    const first = new Map<object, Mark>();
    for (const mark of since) if (!first.has(mark.of)) first.set(mark.of, mark);
    this.#marks = this.#marks.filter((mark) => mark.key < key);
    for (const mark of first.values()) mark.restore();
  }

  clear(): void {
    this.#marks = [];
  }
}

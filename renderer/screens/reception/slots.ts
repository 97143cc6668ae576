/**
 * Which drawn row shows whom. A row whose person has gone from sight is given to the next one, which costs less
 * than a new row; whoever stays keeps the row. The row that a finger or the keyboard is on is given to nobody:
 * a button pressed for one person must never be let go on another.
 */
export class Slots {
  #of = new Map<string, number>();
  #made = 0;
  #held = '';

  /** A finger or the keyboard is on the row of this person; '' when it is on none. */
  hold(id: string): void {
    this.#held = id;
  }

  /** The row of each of these people, whose ids come in the order of the list. */
  assign(ids: readonly string[]): ReadonlyMap<string, number> {
    const here = new Set([...ids, this.#held]);
    const free = [...this.#of].flatMap(([id, slot]) => (here.has(id) ? [] : slot));
    const next = free.values();
    this.#of = new Map(
      ids.map((id) => [id, this.#of.get(id) ?? next.next().value ?? (this.#made += 1)]),
    );
    return this.#of;
  }
}

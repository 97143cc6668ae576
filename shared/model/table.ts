import {
  difference,
  emptyTree,
  leavesOf,
  entryOf,
  find,
  isIn,
  withMany,
  withOne,
  without,
} from './tree';
import type { Entry, Tree } from './tree';

/**
 * An immutable map from id to record. A change makes a few small arrays anew and shares the rest, so
 * folding a fact costs the same with 300 people as with 10,000, a snapshot may be written while work
 * goes on, and a refused append is undone by keeping the older table.
 */
export class Table<T> {
  private constructor(
    private readonly tree: Tree<T>,
    readonly size: number,
  ) {}

  static empty<T>(): Table<T> {
    return new Table<T>(emptyTree(), 0);
  }

  /** Built at once from many entries; the last of equal keys stands. */
  static from<T>(entries: Iterable<readonly [string, T]>): Table<T> {
    return Table.empty<T>().setAll(entries);
  }

  get(key: string): T | undefined {
    return find(this.tree, key)?.value;
  }

  has(key: string): boolean {
    return find(this.tree, key) !== undefined;
  }

  set(key: string, value: T): Table<T> {
    const size = this.has(key) ? this.size : this.size + 1;
    return new Table(withOne(this.tree, entryOf(key, value)), size);
  }

  /** As `set` for each, but what they have in common is made anew once: for an import of thousands. */
  setAll(entries: Iterable<readonly [string, T]>): Table<T> {
    const last = entries instanceof Map ? entries : new Map(entries);
    const more: Array<Entry<T>> = [];
    let { size } = this;
    for (const [key, value] of last) {
      const entry = entryOf(key, value);
      more.push(entry);
      if (!isIn(this.tree, entry)) size++;
    }
    return new Table(withMany(this.tree, more), size);
  }

  /**
   * The records whose keys are not there yet, the first of equal ones, and the table with them: each key is looked
   * for once.
   */
  addAll(records: Iterable<T>, keyOf: (record: T) => string): { table: Table<T>; added: T[] } {
    const keys = new Set<string>();
    const more: Array<Entry<T>> = [];
    const added: T[] = [];
    for (const record of records) {
      const key = keyOf(record);
      const entry = entryOf(key, record);
      if (isIn(this.tree, entry)) continue;
      const { size } = keys;
      if (keys.add(key).size === size) continue;
      more.push(entry);
      added.push(record);
    }
    if (added.length === 0) return { table: this, added };
    return { table: new Table(withMany(this.tree, more), this.size + added.length), added };
  }

  delete(key: string): Table<T> {
    const entry = find(this.tree, key);
    return entry ? new Table(without(this.tree, entry), this.size - 1) : this;
  }

  /**
   * What differs from an older table: the records that were put since, and the keys that were taken
   * out. What both share is passed over, so it costs by what changed and not by the size.
   */
  changedSince(older: Table<T>): { put: T[]; removed: string[] } {
    return difference(older.tree, this.tree);
  }

  /** All records, in no particular order. */
  *values(): Generator<T> {
    for (const leaf of leavesOf(this.tree)) for (const { value } of leaf) yield value;
  }

  *keys(): Generator<string> {
    for (const leaf of leavesOf(this.tree)) for (const { key } of leaf) yield key;
  }

  *entries(): Generator<[string, T]> {
    for (const leaf of leavesOf(this.tree)) for (const { key, value } of leaf) yield [key, value];
  }

  [Symbol.iterator](): Generator<T> {
    return this.values();
  }
}

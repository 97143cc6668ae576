/** So many bits of a key's hash choose the way at a fork. */
const BITS = 5;
const WAYS = 2 ** BITS;
const HASH_BITS = 32;

/** A leaf of more entries becomes a fork. */
const LEAF = 32;

export interface Entry<T> {
  readonly key: string;
  readonly hash: number;
  readonly value: T;
}

class Leaf<T> {
  constructor(readonly entries: ReadonlyArray<Entry<T>>) {}
}

/** Parts entries by some bits of their hashes. */
class Fork<T> {
  constructor(readonly ways: ReadonlyArray<Tree<T>>) {}
}

/**
 * Entries by the hashes of their keys: forks of 32 ways, down to leaves of a few entries (a hash array mapped
 * trie, Bagwell 2001). A change makes anew what lies on its way, some hundred bytes, and shares all else.
 */
export type Tree<T> = Fork<T> | Leaf<T>;

const NOTHING = new Leaf<never>([]);

export const emptyTree = <T>(): Tree<T> => NOTHING;

export const entryOf = <T>(key: string, value: T): Entry<T> => ({ key, hash: hashOf(key), value });

/** FNV-1a: spreads ULIDs, whose beginnings are alike, evenly. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash;
}

/** The way of a hash at a fork before which `depth` of its bits were used. */
const wayOf = (hash: number, depth: number) => (hash >>> depth) % WAYS;

export function find<T>(tree: Tree<T>, key: string): Entry<T> | undefined {
  return tree === NOTHING ? undefined : findHashed(tree, key, hashOf(key));
}

/** Whether a tree has an entry of the same key. */
export const isIn = <T>(tree: Tree<T>, { key, hash }: Entry<T>): boolean =>
  tree !== NOTHING && findHashed(tree, key, hash) !== undefined;

function findHashed<T>(tree: Tree<T>, key: string, hash: number): Entry<T> | undefined {
  let below = tree;
  for (let depth = 0; below instanceof Fork; depth += BITS) {
    below = below.ways[wayOf(hash, depth)] ?? NOTHING;
  }
  return below.entries[placeOf(below, key, hash)];
}

/** Where in a leaf the entry of a key stands; −1 = nowhere. */
function placeOf({ entries }: Leaf<unknown>, key: string, hash: number): number {
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at];
    if (entry?.hash === hash && entry.key === key) return at;
  }
  return -1;
}

/** The tree with one entry put, or in the place of the one with its key. */
export function withOne<T>(tree: Tree<T>, entry: Entry<T>, depth = 0): Tree<T> {
  if (tree instanceof Fork) {
    const ways = tree.ways.slice();
    const way = wayOf(entry.hash, depth);
    ways[way] = withOne(ways[way] ?? NOTHING, entry, depth + BITS);
    return new Fork(ways);
  }
  const at = placeOf(tree, entry.key, entry.hash);
  if (at < 0) return grown([...tree.entries, entry], depth);
  const entries = tree.entries.slice();
  entries[at] = entry;
  return new Leaf(entries);
}

/** As `withOne` for each, but what lies on the way of several is made anew once. No key may be there twice. */
export function withMany<T>(tree: Tree<T>, more: ReadonlyArray<Entry<T>>, depth = 0): Tree<T> {
  if (more.length === 0) return tree;
  if (tree instanceof Fork) {
    const parts = partedBy(more, depth);
    return new Fork(tree.ways.map((below, way) => withMany(below, parts[way] ?? [], depth + BITS)));
  }
  if (tree.entries.length === 0) return grown(more, depth);
  const keys = new Set(more.map(({ key }) => key));
  return grown([...tree.entries.filter(({ key }) => !keys.has(key)), ...more], depth);
}

/** A leaf, or a fork where it would hold too many. Entries of one and the same hash stay together. */
function grown<T>(entries: ReadonlyArray<Entry<T>>, depth: number): Tree<T> {
  if (entries.length <= LEAF || depth >= HASH_BITS) return new Leaf(entries);
  return new Fork(partedBy(entries, depth).map((some) => grown(some, depth + BITS)));
}

/** The entries by the ways they take at a fork. */
function partedBy<T>(entries: ReadonlyArray<Entry<T>>, depth: number): Array<Array<Entry<T>>> {
  const parts: Array<Array<Entry<T>>> = [];
  for (let way = 0; way < WAYS; way++) parts.push([]);
  for (const entry of entries) parts[wayOf(entry.hash, depth)]?.push(entry);
  return parts;
}

/** The tree without an entry. */
export function without<T>(tree: Tree<T>, entry: Entry<T>, depth = 0): Tree<T> {
  if (tree instanceof Leaf) return new Leaf(tree.entries.filter(({ key }) => key !== entry.key));
  const way = wayOf(entry.hash, depth);
  const below = tree.ways[way] ?? NOTHING;
  return new Fork(tree.ways.with(way, without(below, entry, depth + BITS)));
}

/** All entries, a leaf's at a time, in no particular order. */
export function* leavesOf<T>(tree: Tree<T>): Generator<ReadonlyArray<Entry<T>>> {
  const left = [tree];
  for (let next = left.pop(); next; next = left.pop()) {
    if (next instanceof Fork) left.push(...next.ways);
    else if (next.entries.length > 0) yield next.entries;
  }
}

/**
 * What differs from an older tree: values that were put since, and keys that were taken out. What both share is
 * passed over, so it costs by what changed and not by the size.
 */
export function difference<T>(
  older: Tree<T>,
  newer: Tree<T>,
  found: { put: T[]; removed: string[] } = { put: [], removed: [] },
): { put: T[]; removed: string[] } {
  if (older === newer) return found;
  if (older instanceof Fork && newer instanceof Fork) {
    for (const [way, below] of newer.ways.entries())
      difference(older.ways[way] ?? NOTHING, below, found);
    return found;
  }
  const was = new Map<string, T>();
  for (const entries of leavesOf(older)) {
    for (const { key, value } of entries) was.set(key, value);
  }
  for (const entries of leavesOf(newer)) {
    for (const { key, value } of entries) {
      if (was.get(key) !== value) found.put.push(value);
      was.delete(key);
    }
  }
  found.removed.push(...was.keys());
  return found;
}

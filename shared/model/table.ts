const BUCKETS = 256;

/** FNV-1a over the key: spreads ULIDs, whose beginnings are alike, evenly over the buckets. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % BUCKETS;
}

/**
 * An immutable map from id to record. A change copies one bucket of about n/256 entries and shares
 * the rest, so folding a fact costs the same with 300 people as with 10,000, a snapshot may be
 * written while work goes on, and a refused append is undone by keeping the older table.
 */
export class Table<T> {
  private constructor(
    private readonly buckets: ReadonlyArray<ReadonlyMap<string, T> | undefined>,
    readonly size: number,
  ) {}

  static empty<T>(): Table<T> {
    return new Table<T>([], 0);
  }

  /** Built at once from many entries; the last of equal keys stands. */
  static from<T>(entries: Iterable<readonly [string, T]>): Table<T> {
    const buckets: Map<string, T>[] = [];
    let size = 0;
    for (const [key, value] of entries) {
      const bucket = (buckets[bucketOf(key)] ??= new Map());
      if (!bucket.has(key)) size++;
      bucket.set(key, value);
    }
    return new Table<T>(buckets, size);
  }

  get(key: string): T | undefined {
    return this.buckets[bucketOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.buckets[bucketOf(key)]?.has(key) ?? false;
  }

  set(key: string, value: T): Table<T> {
    const at = bucketOf(key);
    const bucket = new Map(this.buckets[at]);
    const size = bucket.has(key) ? this.size : this.size + 1;
    bucket.set(key, value);
    const buckets = this.buckets.slice();
    buckets[at] = bucket;
    return new Table(buckets, size);
  }

  /** As `set` for each, but every bucket is copied once: for an import of thousands. */
  setAll(entries: Iterable<readonly [string, T]>): Table<T> {
    const buckets = this.buckets.slice();
    const fresh = new Map<number, Map<string, T>>();
    let { size } = this;
    for (const [key, value] of entries) {
      const at = bucketOf(key);
      let bucket = fresh.get(at);
      if (!bucket) {
        bucket = new Map(this.buckets[at]);
        fresh.set(at, bucket);
        buckets[at] = bucket;
      }
      if (!bucket.has(key)) size++;
      bucket.set(key, value);
    }
    return new Table(buckets, size);
  }

  delete(key: string): Table<T> {
    if (!this.has(key)) return this;
    const at = bucketOf(key);
    const bucket = new Map(this.buckets[at]);
    bucket.delete(key);
    const buckets = this.buckets.slice();
    buckets[at] = bucket;
    return new Table(buckets, this.size - 1);
  }

  /**
   * What differs from an older table: the records that were put since, and the keys that were taken
   * out. Buckets that both share are passed over, so it costs by what changed and not by the size.
   */
  changedSince(older: Table<T>): { put: T[]; removed: string[] } {
    const put: T[] = [];
    const removed: string[] = [];
    for (let at = 0; at < BUCKETS; at++) {
      const [was, is] = [older.buckets[at], this.buckets[at]];
      if (was === is) continue;
      for (const [key, value] of is ?? []) if (was?.get(key) !== value) put.push(value);
      for (const key of was?.keys() ?? []) if (!is?.has(key)) removed.push(key);
    }
    return { put, removed };
  }

  /** All records, in no particular order. */
  *values(): Generator<T> {
    for (const bucket of this.buckets) if (bucket) yield* bucket.values();
  }

  *keys(): Generator<string> {
    for (const bucket of this.buckets) if (bucket) yield* bucket.keys();
  }

  *entries(): Generator<[string, T]> {
    for (const bucket of this.buckets) if (bucket) yield* bucket.entries();
  }

  [Symbol.iterator](): Generator<T> {
    return this.values();
  }
}

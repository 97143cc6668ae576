import type { Lots } from './lots';

/** What the page cache holds together and writes back together, in bytes. */
export const PAGE = 4096;
/** What a disk writes whole or not at all, in bytes. */
const SECTOR = 512;

type Change = { at: number; bytes: Buffer } | { cut: number };

/**
 * One file as the page cache and the disk hold it. A power cut keeps what was synced; of what came later it
 * keeps one of
 * - a prefix: the changes in order, the last of them up to any byte;
 * - pieces: each page (or each sector) as it was after any of the changes or before them, and the length as it
 *   was at any moment, a page that is missing inside of it read as NUL.
 */
export class CachedFile {
  #disk: Buffer = Buffer.alloc(0);
  #cache: Buffer = Buffer.alloc(0);
  /** The cache when it was last taken for clean. */
  #clean: Buffer = Buffer.alloc(0);
  #changes: Change[] = [];

  get bytes(): Buffer {
    return this.#cache;
  }

  write(bytes: Uint8Array, at: number): void {
    this.#change({ at, bytes: Buffer.from(bytes) });
  }

  cut(length: number): void {
    if (length !== this.#cache.length) this.#change({ cut: length });
  }

  /** Flips one bit on the disk itself, as a medium does that goes bad. */
  decay(at: number): void {
    this.sync();
    const bytes = Buffer.from(this.#cache);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    this.#cache = this.#clean = this.#disk = bytes;
  }

  /** Everything changed since the last sync is on the disk; a page that was not changed stays as it is there. */
  sync(): void {
    if (this.#changes.length === 0) return;
    const dirty = this.#dirty(PAGE);
    this.#disk = this.#assemble(PAGE, this.#cache.length, (page) =>
      dirty.has(page) ? this.#cache : this.#disk,
    );
    this.#takeForClean();
  }

  /** What Linux does when writing back fails: the pages count as clean, whether or not they got to the disk. */
  failSync(lots: Lots): void {
    const arrived = new Set([...this.#dirty(PAGE)].filter(() => lots.one(3)));
    const length = lots.one(2) ? this.#cache.length : this.#disk.length;
    this.#disk = this.#assemble(PAGE, length, (page) =>
      arrived.has(page) ? this.#cache : this.#disk,
    );
    this.#takeForClean();
  }

  powerCut(lots: Lots): void {
    if (this.#changes.length > 0) {
      this.#disk = lots.one(2) ? this.#prefix(lots) : this.#pieces(lots);
    }
    this.#cache = this.#disk;
    this.#takeForClean();
  }

  #change(change: Change): void {
    this.#changes.push(change);
    this.#cache = after(this.#cache, change);
  }

  #takeForClean(): void {
    this.#clean = this.#cache;
    this.#changes = [];
  }

  #prefix(lots: Lots): Buffer {
    const kept = lots.below(this.#changes.length + 1);
    const changes = this.#changes.slice(0, kept);
    const torn = this.#changes[kept];
    if (torn && 'bytes' in torn) {
      changes.push({ at: torn.at, bytes: torn.bytes.subarray(0, lots.below(torn.bytes.length)) });
    }
    const content = changes.reduce(after, this.#clean);
    const dirty = this.#dirty(PAGE);
    return this.#assemble(PAGE, content.length, (page) => (dirty.has(page) ? content : this.#disk));
  }

  #pieces(lots: Lots): Buffer {
    const versions = [this.#clean];
    for (const change of this.#changes)
      versions.push(after(versions.at(-1) ?? this.#clean, change));
    const anyVersion = () =>
      lots.one(3) ? versions[lots.below(versions.length)] : versions[versions.length - 1];
    const piece = lots.one(2) ? PAGE : SECTOR;
    const chosen = new Map<number, Buffer>();
    for (const at of this.#dirty(piece)) {
      chosen.set(at, (lots.one(2) ? anyVersion() : undefined) ?? this.#disk);
    }
    const longest = anyVersion()?.length ?? this.#disk.length;
    const length = lots.one(4)
      ? this.#disk.length + lots.below(Math.max(1, longest - this.#disk.length))
      : lots.one(4)
        ? this.#disk.length
        : longest;
    return this.#assemble(piece, length, (at) => chosen.get(at) ?? this.#disk);
  }

  /** Numbers of the pieces that differ, or may differ, from what is on the disk. */
  #dirty(piece: number): Set<number> {
    const dirty = new Set<number>();
    let length = this.#clean.length;
    const touch = (from: number, to: number) => {
      for (let at = Math.floor(from / piece); at * piece < to; at++) dirty.add(at);
    };
    for (const change of this.#changes) {
      if ('cut' in change) touch(Math.min(change.cut, length), Math.max(change.cut, length));
      else touch(change.at, change.at + change.bytes.length);
      length = 'cut' in change ? change.cut : Math.max(length, change.at + change.bytes.length);
    }
    return dirty;
  }

  #assemble(piece: number, length: number, source: (piece: number) => Buffer): Buffer {
    const result = Buffer.alloc(length);
    for (let at = 0; at * piece < length; at++) {
      const from = at * piece;
      result.set(source(at).subarray(from, Math.min(from + piece, length)), from);
    }
    return result;
  }
}

function after(content: Buffer, change: Change): Buffer {
  const length =
    'cut' in change ? change.cut : Math.max(content.length, change.at + change.bytes.length);
  const result = Buffer.alloc(length);
  content.copy(result);
  if ('bytes' in change) change.bytes.copy(result, change.at);
  return result;
}

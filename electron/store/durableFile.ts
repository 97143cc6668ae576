import { dirname } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { Adapter } from 'lowdb';
import type { Disk, DiskFile } from './disk';
import { writeWhole } from './disk';
import { readIfThere } from './eventFiles';
import type { ProblemKind } from './problem';
import { readSnapshot, snapshotHead, snapshotTail } from './snapshot';
import type { Snapshot } from './snapshot';
import { StoreError, asStoreError } from './storeError';

/** How a state becomes JSON and comes back. */
export interface StateFormat<S> {
  /** The state's JSON in pieces, each made in a few milliseconds: other work goes on between them. */
  serialise(state: S): Iterable<string>;
  /** The way back. It may throw: the snapshot then counts as unreadable. */
  fromJson(json: unknown): S;
}

/** A snapshot that cannot be used; `what` says why. A missing file is no error: lowdb reads it as null. */
export class SnapshotError extends StoreError {
  readonly what: ProblemKind;

  constructor(what: ProblemKind, path: string, detail: string) {
    super(what === 'newer' ? 'newer' : 'damaged', `${path}: ${detail}`, path);
    this.name = 'SnapshotError';
    this.what = what;
  }
}

/**
 * lowdb's adapter for a database that survives a power cut at any moment: the content goes to a file beside,
 * is synced, its size is checked, and only then does it take the place of the old one, whose name is synced
 * too. (lowdb's own JSONFile never syncs.) Writing lets other work go on between the pieces of the state.
 */
export class DurableFile<S> implements Adapter<Snapshot<S>> {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #format: StateFormat<S>;

  constructor(disk: Disk, path: string, format: StateFormat<S>) {
    this.#disk = disk;
    this.#path = path;
    this.#format = format;
  }

  /** Null when there is no file; throws SnapshotError when there is one that cannot be used. */
  async read(): Promise<Snapshot<S> | null> {
    const bytes = await readIfThere(this.#disk, this.#path);
    if (bytes === null) return null;
    const reading = readSnapshot(bytes);
    if (!reading.ok) throw new SnapshotError(reading.what, this.#path, reading.detail);
    try {
      return { seq: reading.seq, state: this.#format.fromJson(reading.state) };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new SnapshotError('unreadable', this.#path, why);
    }
  }

  /** Resolves once the new content would survive a power cut. On any error the old content stands. */
  async write({ seq, state }: Snapshot<S>): Promise<void> {
    const fresh = `${this.#path}.tmp`;
    try {
      const file = await this.#disk.open(fresh, 'empty');
      try {
        await this.#fill(file, seq, state);
      } finally {
        await file.close();
      }
      await this.#disk.rename(fresh, this.#path);
      await this.#disk.syncFolder(dirname(this.#path));
    } catch (error) {
      // Gives a full disk its room back. Where even this fails, the next write empties the same file.
      await this.#disk.remove(fresh).catch(() => undefined);
      throw asStoreError(error, 'saving', this.#path);
    }
  }

  async #fill(file: DiskFile, seq: number, state: S): Promise<void> {
    let length = 0;
    let sum = 0;
    const put = async (text: string) => {
      const bytes = Buffer.from(text);
      await writeWhole(file, bytes, length);
      length += bytes.length;
      sum = crc32(bytes, sum);
    };
    await put(snapshotHead(seq));
    for (const piece of this.#format.serialise(state)) {
      await put(piece);
      await otherWork();
    }
    await put(snapshotTail(sum));
    await file.datasync();
    const size = await file.size();
    if (size !== length) {
      throw new StoreError('io', `${this.#path}: ${size} of ${length} bytes were kept`, this.#path);
    }
  }
}

import { dirname } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { Adapter } from 'lowdb';
import type { Disk, DiskFile } from './disk';
import { writeWhole } from './disk';
import { readIfThere } from './eventFiles';
import type { ProblemKind } from './problem';
import type { Seal } from './seal';
import { readSnapshot, snapshotHead, snapshotPlace, snapshotTail } from './snapshot';
import type { Snapshot, SnapshotReading } from './snapshot';
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

/** The content of a snapshot's bytes; throws SnapshotError, or StoreError 'locked' or 'tampered'. */
export function openSnapshot<S>(
  bytes: Buffer,
  path: string,
  format: StateFormat<S>,
  seal: Seal | null,
): Snapshot<S> {
  const reading = readSnapshot(bytes);
  if (!reading.ok) throw new SnapshotError(reading.what, path, reading.detail);
  const json = unsealed(reading, path, seal);
  try {
    return { seq: reading.seq, history: reading.history, state: format.fromJson(json) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SnapshotError('unreadable', path, why);
  }
}

function unsealed(
  { seq, content }: Extract<SnapshotReading, { ok: true }>,
  path: string,
  seal: Seal | null,
): unknown {
  if ('sealed' in content) {
    if (!seal) throw new StoreError('locked', `${path} is sealed`, path);
    return JSON.parse(openedAt(path, () => seal.open(content.sealed, snapshotPlace(seq))));
  }
  if (seal) throw new StoreError('tampered', `${path} is not sealed, as it was`, path);
  return content.state;
}

/** Names the file in what a seal complains of. */
function openedAt(path: string, open: () => string): string {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new StoreError(error.code, `${path}: ${error.message}`, path, error);
  }
}

/** A snapshot as its file holds it, in pieces; its bytes are what `openSnapshot` takes. */
export function* snapshotPieces<S>(
  { seq, state, history }: Snapshot<S>,
  format: StateFormat<S>,
  seal: Seal | null,
): Generator<string> {
  let sum = 0;
  const counted = (text: string) => {
    sum = crc32(text, sum);
    return text;
  };
  yield counted(snapshotHead(history ?? '', seq, seal !== null));
  if (seal) {
    const sealing = seal.sealing(snapshotPlace(seq));
    for (const piece of format.serialise(state)) yield counted(sealing.piece(piece));
    yield counted(`${sealing.end()}"`);
  } else {
    for (const piece of format.serialise(state)) yield counted(piece);
  }
  yield snapshotTail(sum);
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
  readonly #seal: Seal | null;

  constructor(disk: Disk, path: string, format: StateFormat<S>, seal: Seal | null = null) {
    this.#disk = disk;
    this.#path = path;
    this.#format = format;
    this.#seal = seal;
  }

  /** Null when there is no file; throws SnapshotError when there is one that cannot be used. */
  async read(): Promise<Snapshot<S> | null> {
    const bytes = await readIfThere(this.#disk, this.#path);
    return bytes && openSnapshot(bytes, this.#path, this.#format, this.#seal);
  }

  /** Resolves once the new content would survive a power cut. On any error the old content stands. */
  async write(snapshot: Snapshot<S>): Promise<void> {
    const fresh = `${this.#path}.tmp`;
    try {
      const file = await this.#disk.open(fresh, 'empty');
      try {
        await this.#fill(file, snapshot);
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

  async #fill(file: DiskFile, snapshot: Snapshot<S>): Promise<void> {
    let length = 0;
    for (const piece of snapshotPieces(snapshot, this.#format, this.#seal)) {
      const bytes = Buffer.from(piece);
      await writeWhole(file, bytes, length);
      length += bytes.length;
      await otherWork();
    }
    await file.datasync();
    const size = await file.size();
    if (size !== length) {
      throw new StoreError('io', `${this.#path}: ${size} of ${length} bytes were kept`, this.#path);
    }
  }
}

import { basename, dirname } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import type { Disk, DiskFile } from './disk';
import { writeWhole } from './disk';
import { journalLineSteps } from './journalLine';
import type { FactJson, Numbered } from './journalLine';
import { scanJournal } from './journalScan';
import type { Seal } from './seal';
import { StoreError, asStoreError } from './storeError';

/** Where a journal stands: bytes that are durable, number of the next fact. */
export interface JournalEnd {
  length: number;
  next: number;
}

/** Bytes at the end of a journal that were read, but that only the page cache may know. */
export interface Unsure {
  at: number;
  bytes: Uint8Array;
}

/** A journal open for writing. */
export interface Journal<C extends Numbered> {
  /** What is durable now. */
  readonly end: JournalEnd;
  /** A failed sync: nothing is taken until `recover()`. */
  readonly broken: boolean;
  /**
   * Resolves once the commits would survive a power cut. They must follow, gapless, all that was appended
   * before. When one append fails with the disk, all that wait behind it fail with it, because their numbers
   * build on it; numbering goes on from `end.next`.
   */
  append(commits: readonly C[]): Promise<void>;
  /** Copies what is durable into a fresh file on a fresh handle, and takes appends again. */
  recover(): Promise<void>;
  /** Waits for what is under way. Later appends are refused. */
  close(): Promise<void>;
}

interface Waiting<C> {
  commits: readonly C[];
  /** Numbers of the first fact and of the one to follow. */
  seq: number;
  next: number;
  resolve(): void;
  reject(error: StoreError): void;
}

/**
 * Opens a journal whose content was read up to `end`: cuts a torn tail off, and makes what was read durable,
 * for a process killed between write and sync leaves lines that only the page cache knows.
 */
export async function openJournal<C extends Numbered>(
  disk: Disk,
  path: string,
  end: JournalEnd,
  around: { seal?: Seal | null; unsure?: Unsure | null; factJson?: FactJson } = {},
): Promise<Journal<C>> {
  const writer = new JournalWriter<C>(disk, path, end, around);
  await writer.open(around.unsure ?? null);
  return writer;
}

class JournalWriter<C extends Numbered> implements Journal<C> {
  readonly #disk: Disk;
  readonly #path: string;
  #file: DiskFile | null = null;
  #end: JournalEnd;
  readonly #seal: Seal | null;
  readonly #factJson: FactJson | undefined;
  /** Number that the next append must begin with. */
  #next: number;
  #waiting: Array<Waiting<C>> = [];
  #due = false;
  #flushing: Promise<void> = Promise.resolve();
  #refusal: StoreError | null = null;
  #recovering: Promise<void> | null = null;

  constructor(
    disk: Disk,
    path: string,
    { length, next }: JournalEnd,
    { seal = null, factJson }: { seal?: Seal | null; factJson?: FactJson },
  ) {
    this.#disk = disk;
    this.#path = path;
    this.#end = { length, next };
    this.#seal = seal;
    this.#factJson = factJson;
    this.#next = next;
  }

  get end(): JournalEnd {
    return this.#end;
  }

  get broken(): boolean {
    return this.#refusal?.code === 'broken';
  }

  async open(unsure: Unsure | null = null): Promise<void> {
    try {
      this.#file = await this.#disk.open(this.#path, 'keep');
      const size = await this.#file.size();
      if (size < this.#end.length) {
        throw new StoreError('damaged', `${this.#path} became shorter while opening`, this.#path);
      }
      if (size > this.#end.length) await this.#file.truncate(this.#end.length);
      // After a failed sync the system may hold them for clean that never reached the disk: written once more,
      // the same bytes are synced for certain.
      if (unsure) await writeWhole(this.#file, unsure.bytes, unsure.at);
      await this.#file.datasync();
      await this.#disk.syncFolder(dirname(this.#path));
    } catch (error) {
      await this.#letGo();
      throw asStoreError(error, 'opening', this.#path);
    }
  }

  append(commits: readonly C[]): Promise<void> {
    if (this.#refusal) return Promise.reject(this.#refusal);
    let next = this.#next;
    for (const commit of commits) {
      if (commit.seq !== next || commit.facts.length === 0) {
        const message = `commit ${commit.seq} of ${commit.facts.length} facts cannot follow ${next - 1}`;
        return Promise.reject(new StoreError('order', message, this.#path));
      }
      next += commit.facts.length;
    }
    const seq = this.#next;
    this.#next = next;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ commits, seq, next, resolve, reject });
      this.#flushSoon();
    });
  }

  /** After the turn's other input, so that commands which arrived together share one sync. */
  #flushSoon(): void {
    if (this.#due) return;
    this.#due = true;
    setImmediate(() => {
      this.#flushing = this.#flush();
    });
  }

  async #flush(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    const last = group.at(-1);
    if (last) {
      try {
        const bytes = await this.#linesOf(group);
        const failure = await this.#write(bytes);
        if (failure) throw failure;
        this.#end = { length: this.#end.length + bytes.length, next: last.next };
        for (const each of group) each.resolve();
      } catch (error) {
        this.#fail(group, asStoreError(error, 'saving to', this.#path));
      }
    }
    this.#due = false;
    if (this.#waiting.length > 0) this.#flushSoon();
  }

  /** The lines of one write; in the middle of a long one other work gets its turn. */
  async #linesOf(waiting: ReadonlyArray<Waiting<C>>): Promise<Buffer> {
    const lines: Buffer[] = [];
    for (const commit of waiting.flatMap((each) => each.commits)) {
      const steps = journalLineSteps(commit, waiting[0]?.seq, this.#seal, this.#factJson);
      let step = steps.next();
      for (; !step.done; step = steps.next()) await otherWork();
      lines.push(step.value);
    }
    const [only] = lines;
    return only && lines.length === 1 ? only : Buffer.concat(lines);
  }

  #fail(group: ReadonlyArray<Waiting<C>>, failure: StoreError): void {
    const behind = this.#waiting;
    this.#waiting = [];
    this.#next = this.#end.next;
    for (const each of group) each.reject(failure);
    for (const each of behind) each.reject(failure);
  }

  /** Writes and syncs; on failure puts the file back to what is durable, and answers with the error. */
  async #write(bytes: Uint8Array): Promise<StoreError | null> {
    const file = this.#file;
    if (file === null) return new StoreError('closed', `${this.#path} is not open`, this.#path);
    const { length } = this.#end;
    let syncing = false;
    try {
      await writeWhole(file, bytes, length);
      syncing = true;
      await file.datasync();
      return null;
    } catch (error) {
      const failure = asStoreError(error, 'saving to', this.#path);
      // After a failed sync the system may hold pages for clean that never reached the disk: the handle is
      // done with. The cut is still tried, so that a refused commit does not come back at the next start.
      const cut = await this.#cut(file, length, !syncing);
      if (syncing || !cut) await this.#break(failure);
      return failure;
    }
  }

  async #cut(file: DiskFile, length: number, sync: boolean): Promise<boolean> {
    try {
      await file.truncate(length);
      if (sync) await file.datasync();
      return true;
    } catch {
      return false; // the caller breaks the journal and passes the first error on
    }
  }

  async #break(cause: StoreError): Promise<void> {
    const message = `${this.#path} takes nothing since a failed save; it has to be written afresh first`;
    this.#refusal = new StoreError('broken', message, this.#path, cause);
    await this.#letGo();
  }

  recover(): Promise<void> {
    this.#recovering ??= this.#writeAfresh().finally(() => {
      this.#recovering = null;
    });
    return this.#recovering;
  }

  async #writeAfresh(): Promise<void> {
    await this.#settled();
    if (!this.broken) return;
    const fresh = `${this.#path}.tmp`;
    try {
      const durable = (await this.#disk.read(this.#path)).subarray(0, this.#end.length);
      this.#mustBeWhole(durable);
      await this.#letGo();
      this.#file = await this.#disk.open(fresh, 'empty');
      await writeWhole(this.#file, durable, 0);
      await this.#file.datasync();
      await this.#letGo(); // Windows does not rename an open file
      await this.#disk.rename(fresh, this.#path);
      await this.open();
      this.#next = this.#end.next;
      if (this.broken) this.#refusal = null;
    } catch (error) {
      await this.#letGo();
      await this.#disk.remove(fresh).catch(() => undefined); // gives a full disk its room back
      throw asStoreError(error, 'writing afresh', this.#path);
    }
  }

  #mustBeWhole(durable: Buffer): void {
    const wish = { file: basename(this.#path), after: 0, commitFrom: null };
    const { problems, next } = scanJournal(durable, wish);
    if (durable.length === this.#end.length && problems.length === 0 && next === this.#end.next)
      return;
    throw new StoreError('damaged', `${this.#path} no longer holds what was saved`, this.#path);
  }

  async close(): Promise<void> {
    if (this.#refusal?.code === 'closed') return;
    this.#refusal = new StoreError('closed', `${this.#path} is closed`, this.#path);
    await this.#settled();
    await this.#recovering?.catch(() => undefined); // whoever asked for it hears of its error
    await this.#letGo();
  }

  async #settled(): Promise<void> {
    while (this.#due) {
      await new Promise((resolve) => setImmediate(resolve));
      await this.#flushing;
    }
  }

  /** Closes the handle. What counts was synced before, so an error here loses nothing. */
  async #letGo(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close().catch(() => undefined);
  }
}

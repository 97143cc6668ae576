import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { Low } from 'lowdb';
import type { Disk } from './disk';
import { DurableFile, SnapshotError } from './durableFile';
import type { StateFormat } from './durableFile';
import {
  JOURNAL_FILE,
  SNAPSHOT_FILE,
  damagedSnapshotName,
  journalCommits,
  readIfThere,
} from './eventFiles';
import { openJournal } from './journal';
import type { Journal } from './journal';
import type { CommitFrom, Numbered } from './journalLine';
import { scanJournal } from './journalScan';
import type { FileProblem } from './problem';
import type { Snapshot } from './snapshot';
import { StoreError, asStoreError } from './storeError';

/** What the store has to be told: where, and what commits and states are. */
export interface EventStoreOptions<S, C extends Numbered> extends StateFormat<S> {
  disk: Disk;
  /** `<data>/events/<id>`; made when missing. */
  folder: string;
  initial: S;
  fold(state: S, commit: C): S;
  commitFrom: CommitFrom<C>;
  /** Wall clock in ms, for the name under which a damaged file is kept. */
  now(): number;
}

/** One event's files, open. */
export interface EventStore<S, C extends Numbered> {
  /** As it was on opening: the fold of the first `seq` facts. */
  readonly state: S;
  readonly seq: number;
  /** Damage found on opening, to be told to a person. */
  readonly problems: readonly FileProblem[];
  /** Facts are damaged that no snapshot holds: `state` ends before them, and nothing may be written. */
  readonly readOnly: boolean;
  /** A failed sync: appends are refused until `recover()`. */
  readonly broken: boolean;
  /** Number of the last durable fact. */
  readonly durable: number;
  /** Resolves once the commit would survive a power cut; see Journal.append for order and failure. */
  append(commit: C): Promise<void>;
  /** Writes the database. `seq` must be durable already; an older one than was written is left out. */
  snapshot(state: S, seq: number): Promise<void>;
  /** Rewrites journal and database on fresh handles after a failed sync. State and seq must be durable. */
  recover(state: S, seq: number): Promise<void>;
  /** The whole history up to now, for export. Throws StoreError 'damaged' at a line that is. */
  commits(): AsyncIterable<C>;
  close(): Promise<void>;
}

/**
 * Opens an event from its database and journal, or begins a new one. A database that is missing or damaged is
 * rebuilt from the journal and the damaged file kept aside; never is an empty event put in its place. A newer
 * version is refused (StoreError 'newer') and nothing changed.
 */
export async function openEventStore<S, C extends Numbered>(
  options: EventStoreOptions<S, C>,
): Promise<EventStore<S, C>> {
  const { disk, folder, initial, fold, commitFrom, now } = options;
  const snapshotPath = join(folder, SNAPSHOT_FILE);
  const journalPath = join(folder, JOURNAL_FILE);
  const beginning: Snapshot<S> = { seq: 0, state: initial };
  const low = new Low(new DurableFile(disk, snapshotPath, options), beginning);

  const damage = await readDatabase(low);
  const bytes = await readIfThere(disk, journalPath);
  const isNew = bytes === null && damage === null && low.data === beginning;
  if (isNew) {
    // The database comes first: from then on a missing one is damage.
    await disk.makeFolder(folder);
    await low.write();
  }

  const problems: FileProblem[] = [];
  const found = (file: string, what: FileProblem['what'], detail: string) =>
    problems.push({ file, what, detail });
  if (damage) found(SNAPSHOT_FILE, damage.what, damage.message);
  else if (!isNew && low.data === beginning)
    found(SNAPSHOT_FILE, 'missing', 'there is no database');
  const rebuilding = problems.length > 0;

  const after = low.data.seq;
  const scan = scanJournal(bytes ?? Buffer.alloc(0), { file: JOURNAL_FILE, after, commitFrom });
  if (bytes === null && (after > 0 || rebuilding)) {
    found(JOURNAL_FILE, 'missing', 'there is no journal');
  }
  problems.push(...scan.problems);

  let { state } = low.data;
  for (const [at, commit] of scan.commits.entries()) {
    state = fold(state, commit);
    if (at % 500 === 499) await otherWork();
  }
  const readOnly = !scan.complete || (rebuilding && scan.last === 0);
  const opened = { state, seq: scan.next - 1, problems, readOnly };
  if (readOnly) return new OpenEvent(options, low, null, opened, bytes?.length ?? 0);

  const journal = await openJournal<C>(disk, journalPath, scan);
  try {
    if (damage) await disk.rename(snapshotPath, join(folder, damagedSnapshotName(now())));
    const store = new OpenEvent(options, low, journal, opened, scan.length);
    if (rebuilding) await store.snapshot(state, opened.seq);
    return store;
  } catch (error) {
    await journal.close();
    throw asStoreError(error, 'opening', folder);
  }
}

/** Fills lowdb from the file. Answers with the damage if the file cannot be used; throws if it must not be. */
async function readDatabase<S>(low: Low<Snapshot<S>>): Promise<SnapshotError | null> {
  try {
    await low.read();
    return null;
  } catch (error) {
    if (error instanceof SnapshotError && error.what !== 'newer') return error;
    throw error;
  }
}

class OpenEvent<S, C extends Numbered> implements EventStore<S, C> {
  readonly state: S;
  readonly seq: number;
  readonly problems: readonly FileProblem[];
  readonly readOnly: boolean;
  readonly #options: EventStoreOptions<S, C>;
  readonly #low: Low<Snapshot<S>>;
  readonly #journal: Journal<C> | null;
  readonly #readLength: number;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    options: EventStoreOptions<S, C>,
    low: Low<Snapshot<S>>,
    journal: Journal<C> | null,
    opened: { state: S; seq: number; problems: readonly FileProblem[]; readOnly: boolean },
    readLength: number,
  ) {
    this.#options = options;
    this.#low = low;
    this.#journal = journal;
    this.#readLength = readLength;
    this.state = opened.state;
    this.seq = opened.seq;
    this.problems = opened.problems;
    this.readOnly = opened.readOnly;
  }

  get broken(): boolean {
    return this.#journal?.broken ?? false;
  }

  get durable(): number {
    return this.#journal ? this.#journal.end.next - 1 : this.seq;
  }

  append(commit: C): Promise<void> {
    return this.#journal ? this.#journal.append([commit]) : Promise.reject(this.#refusal());
  }

  snapshot(state: S, seq: number): Promise<void> {
    if (!this.#journal) return Promise.reject(this.#refusal());
    if (seq > this.durable) {
      const message = `a snapshot of fact ${seq}, but only ${this.durable} are saved`;
      return Promise.reject(new StoreError('order', message, this.#options.folder));
    }
    const written = this.#writing.then(async () => {
      const before = this.#low.data;
      if (seq < before.seq) return;
      this.#low.data = { seq, state };
      try {
        await this.#low.write();
      } catch (error) {
        this.#low.data = before;
        throw error;
      }
    });
    // The caller hears of an error through `written`; the next snapshot must not be kept from its turn.
    this.#writing = written.catch(() => undefined);
    return written;
  }

  async recover(state: S, seq: number): Promise<void> {
    if (!this.#journal) throw this.#refusal();
    await this.#journal.recover();
    await this.snapshot(state, seq);
  }

  commits(): AsyncIterable<C> {
    const { disk, folder, commitFrom } = this.#options;
    const length = this.#journal?.end.length ?? this.#readLength;
    return journalCommits(disk, folder, length, commitFrom);
  }

  async close(): Promise<void> {
    await this.#journal?.close();
    await this.#writing;
  }

  #refusal(): StoreError {
    const { folder } = this.#options;
    const damage = this.problems.map(({ file, detail }) => `${file}: ${detail}`).join('; ');
    return new StoreError('read-only', `${folder} is open for reading only: ${damage}`, folder);
  }
}

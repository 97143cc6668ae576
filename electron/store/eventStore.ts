import { join } from 'node:path';
import { Low } from 'lowdb';
import { DurableFile } from './durableFile';
import { JOURNAL_FILE, SNAPSHOT_FILE, journalCommits } from './eventFiles';
import { openJournal } from './journal';
import type { Journal } from './journal';
import { lastCommands } from './journalCommands';
import type { Numbered } from './journalLine';
import { openEventFiles } from './openEvent';
import type { OpenedFiles } from './openEvent';
import type { FileProblem } from './problem';
import type { EventStoreOptions } from './readEvent';
import type { Recovery } from './repairEvent';
import type { Snapshot } from './snapshot';
import { StoreError } from './storeError';

export type { EventStoreOptions } from './readEvent';
export type { Recovery } from './repairEvent';

/** How many commands back one that is asked again is known after a restart. */
export const COMMANDS_KNOWN = 1_000;

/** One event's files, open. */
export interface EventStore<S, C extends Numbered> {
  /** As it was on opening: the fold of the first `seq` facts. */
  readonly state: S;
  readonly seq: number;
  /** Damage found on opening and repaired, to be told to a person. */
  readonly problems: readonly FileProblem[];
  /** What the repair has done; null when there was none. */
  readonly recovery: Recovery | null;
  /** The last commands before opening: id → number of its last fact. */
  readonly commands: ReadonlyMap<string, number>;
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
  /** The whole history up to now, for export. Throws StoreError 'lost' where some was lost to damage. */
  commits(): AsyncIterable<C>;
  close(): Promise<void>;
}

/** Opens an event, or begins a new one; see `openEventFiles` for what is done to damaged files and old ones. */
export async function openEventStore<S, C extends Numbered>(
  options: EventStoreOptions<S, C>,
): Promise<EventStore<S, C>> {
  const { disk, folder, seal = null, factJson } = options;
  const opened = await openEventFiles(options);
  const { scan } = opened;
  const unsure = { at: scan.sure, bytes: opened.journal.subarray(scan.sure, scan.length) };
  const path = join(folder, JOURNAL_FILE);
  const journal = await openJournal<C>(disk, path, scan, {
    seal,
    unsure,
    ...(factJson && { factJson }),
  });
  const commands = lastCommands(opened.journal.subarray(0, scan.length), COMMANDS_KNOWN, seal);
  const file = new DurableFile(disk, join(folder, SNAPSHOT_FILE), options, seal);
  return new OpenEvent(options, new Low(file, opened.snapshot), journal, { ...opened, commands });
}

class OpenEvent<S, C extends Numbered> implements EventStore<S, C> {
  readonly state: S;
  readonly seq: number;
  readonly problems: readonly FileProblem[];
  readonly recovery: Recovery | null;
  readonly commands: ReadonlyMap<string, number>;
  readonly #history: string;
  readonly #options: EventStoreOptions<S, C>;
  readonly #low: Low<Snapshot<S>>;
  readonly #journal: Journal<C>;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    options: EventStoreOptions<S, C>,
    low: Low<Snapshot<S>>,
    journal: Journal<C>,
    {
      state,
      scan,
      history,
      problems,
      recovery,
      commands,
    }: OpenedFiles<S, C> & { commands: ReadonlyMap<string, number> },
  ) {
    this.#options = options;
    this.#low = low;
    this.#journal = journal;
    this.#history = history;
    this.state = state;
    this.seq = scan.next - 1;
    this.problems = problems;
    this.recovery = recovery;
    this.commands = commands;
  }

  get broken(): boolean {
    return this.#journal.broken;
  }

  get durable(): number {
    return this.#journal.end.next - 1;
  }

  append(commit: C): Promise<void> {
    return this.#journal.append([commit]);
  }

  snapshot(state: S, seq: number): Promise<void> {
    if (seq > this.durable) {
      const message = `a snapshot of fact ${seq}, but only ${this.durable} are saved`;
      return Promise.reject(new StoreError('order', message, this.#options.folder));
    }
    const written = this.#writing.then(async () => {
      const before = this.#low.data;
      if (seq < before.seq) return;
      this.#low.data = { seq, state, history: this.#history };
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
    await this.#journal.recover();
    await this.snapshot(state, seq);
  }

  commits(): AsyncIterable<C> {
    const { disk, folder, commitFrom, seal = null } = this.#options;
    return journalCommits(disk, folder, this.#journal.end.length, { commitFrom, seal });
  }

  async close(): Promise<void> {
    await this.#journal.close();
    await this.#writing;
  }
}

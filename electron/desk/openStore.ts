import type { Commit } from '../../shared/facts/commit';
import { factJson } from '../../shared/facts/factJson';
import { fold } from '../../shared/facts/fold';
import { EMPTY_STATE, stateFromJson, stateJsonPieces } from '../../shared/model/state';
import type { EventState } from '../../shared/model/state';
import type { Disk } from '../store/disk';
import { openEventStore } from '../store/eventStore';
import type { Recovery } from '../store/eventStore';
import type { FileProblem } from '../store/problem';
import type { Seal } from '../store/seal';
import { snapshotPolicy } from '../store/snapshotPolicy';

import { writtenCommit, writtenState } from './written';

/** An event's files as the desk uses them: journal first, database when due. */
export interface OpenStore {
  readonly state: EventState;
  readonly problems: readonly FileProblem[];
  readonly recovery: Recovery | null;
  /** The last commands before opening: id → number of its last fact. */
  readonly commands: ReadonlyMap<string, number>;
  /** Resolves once the commit is durable. After a failed sync the files are first written anew from `durable`. */
  append(commit: Commit, durable: EventState): Promise<void>;
  /** Writes the database now, and the journal anew where a sync had failed. */
  save(durable: EventState): Promise<void>;
  /** Tells that a commit led to this state, so that the database is written when due. */
  saved(state: EventState): void;
  commits(): AsyncIterable<Commit>;
  close(): Promise<void>;
}

/** What goes on beside an event's files. */
export interface StoreHooks {
  /** A database that could not be written. */
  warn(error: unknown): void;
  /** A database was written; `closing` when it is the last one. Never rejects. */
  snapshotWritten?(state: EventState, closing: boolean): Promise<void>;
  /** Files of an older format are about to be written anew. */
  beforeMigration?(): Promise<void>;
}

/** Of which event a folder's files are to be, and whether there may be none yet. */
export interface Expected {
  id: string;
  mayBegin: boolean;
}

/** How the store writes and reads an event. */
export const EVENT_FORMAT = {
  commitFrom: writtenCommit,
  factJson,
  serialise: (state: EventState) => stateJsonPieces(state, 100),
  fromJson: (json: unknown) => stateFromJson(writtenState(json)),
};

/** Opens or begins an event in `folder`, whose files are under `seal`; those of another than `expected` are damage. */
export async function openStore(
  disk: Disk,
  folder: string,
  seal: Seal | null,
  { warn, snapshotWritten, beforeMigration }: StoreHooks,
  expected?: Expected,
): Promise<OpenStore> {
  const store = await openEventStore<EventState, Commit>({
    ...EVENT_FORMAT,
    disk,
    folder,
    seal,
    initial: EMPTY_STATE,
    fold,
    now: Date.now,
    ...(beforeMigration && { beforeMigration }),
    ...(expected && {
      mayBegin: expected.mayBegin,
      isOf: (state: EventState) => state.event.id === expected.id,
    }),
  });
  let latest = store.state;
  let closing = false;
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const write = async () => {
    const written = latest;
    await store.snapshot(written, written.seq);
    const told = snapshotWritten?.(written, closing);
    if (closing) await told;
  };
  const policy = snapshotPolicy({ write, failed: warn });
  // What was just put together out of what was left should not stand in one place only.
  if (store.recovery) void snapshotWritten?.(store.state, false);
  return {
    state: store.state,
    problems: store.problems,
    recovery: store.recovery,
    commands: store.commands,
    append: (commit, durable) => {
      if (waiting === 0 && !store.broken) return store.append(commit);
      // Strictly in the order asked: what comes while the files are written anew must not overtake.
      waiting++;
      const ready = turn.then(() =>
        store.broken ? store.recover(durable, durable.seq) : undefined,
      );
      turn = ready.catch(() => undefined);
      return ready.then(
        () => {
          waiting--;
          return store.append(commit);
        },
        (error: unknown) => {
          waiting--;
          throw error;
        },
      );
    },
    save: (durable) =>
      store.broken ? store.recover(durable, durable.seq) : store.snapshot(durable, durable.seq),
    saved: (state) => {
      latest = state;
      policy.committed();
    },
    commits: () => store.commits(),
    close: async () => {
      closing = true;
      try {
        await policy.quit();
      } finally {
        await store.close();
      }
    },
  };
}

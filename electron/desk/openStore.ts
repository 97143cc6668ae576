import type { Commit } from '../../shared/facts/commit';
import { fold } from '../../shared/facts/fold';
import { EMPTY_STATE, stateFromJson, stateJsonPieces } from '../../shared/model/state';
import type { EventState } from '../../shared/model/state';
import type { Disk } from '../store/disk';
import { openEventStore } from '../store/eventStore';
import type { FileProblem } from '../store/problem';
import { snapshotPolicy } from '../store/snapshotPolicy';
import { writtenCommit, writtenState } from './written';

/** An event's files as the desk uses them: journal first, database when due. */
export interface OpenStore {
  readonly state: EventState;
  readonly problems: readonly FileProblem[];
  readonly readOnly: boolean;
  /** Resolves once the commit is durable. After a failed sync the files are first written anew from `durable`. */
  append(commit: Commit, durable: EventState): Promise<void>;
  /** Tells that a commit led to this state, so that the database is written when due. */
  saved(state: EventState): void;
  commits(): AsyncIterable<Commit>;
  close(): Promise<void>;
}

/** Opens or begins an event in `folder`; `warn` hears of a database that could not be written. */
export async function openStore(
  disk: Disk,
  folder: string,
  warn: (error: unknown) => void,
): Promise<OpenStore> {
  const store = await openEventStore<EventState, Commit>({
    disk,
    folder,
    initial: EMPTY_STATE,
    fold,
    commitFrom: writtenCommit,
    serialise: (state) => stateJsonPieces(state, 100),
    fromJson: (json) => stateFromJson(writtenState(json)),
    now: Date.now,
  });
  let latest = store.state;
  const policy = snapshotPolicy({ write: () => store.snapshot(latest, latest.seq), failed: warn });
  return {
    state: store.state,
    problems: store.problems,
    readOnly: store.readOnly,
    append: async (commit, durable) => {
      if (store.broken) await store.recover(durable, durable.seq);
      await store.append(commit);
    },
    saved: (state) => {
      latest = state;
      policy.committed();
    },
    commits: () => store.commits(),
    close: async () => {
      try {
        if (!store.readOnly) await policy.quit();
      } finally {
        await store.close();
      }
    },
  };
}

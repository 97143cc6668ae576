/** One waiting timer that can be put off. Injected, so that tests need no waiting. */
export interface Timer {
  /** Runs `work` once after `ms`; a timer that was set before is forgotten. */
  set(ms: number, work: () => void): void;
  clear(): void;
}

/** Node's own timer; it does not keep the process alive. */
export function nodeTimer(): Timer {
  let running: { timeout: NodeJS.Timeout; ms: number; work: () => void } | undefined;
  const clear = () => {
    clearTimeout(running?.timeout);
    running = undefined;
  };
  return {
    set: (ms, work) => {
      // Put off at every commit: a fifth of what clearing it and setting another costs.
      if (running?.ms === ms && running.work === work) {
        running.timeout.refresh();
        return;
      }
      clear();
      const fire = () => {
        running = undefined;
        work();
      };
      running = { timeout: setTimeout(fire, ms).unref(), ms, work };
    },
    clear,
  };
}

/** When a snapshot is due. */
export interface SnapshotPolicy {
  /** To be called after each durable commit. */
  committed(): void;
  /** Writes what is not in a snapshot yet and stops: for quitting. Throws when that cannot be written. */
  quit(): Promise<void>;
}

/** Commits until a snapshot is due; quiet time until one is due, in ms. */
export const EVERY_COMMITS = 500;
export const IDLE_MS = 5_000;

/** After a snapshot, so many times its own length pass before the count alone asks for another. */
const RESTS = 20;

/**
 * Asks for a snapshot after so many commits, after a quiet while, and on quitting. It is only a short cut for
 * opening: the journal holds everything, so a failed one is reported to `failed` and tried again later, and
 * under a rush of commits snapshots take at most a twentieth of the time. `clock` is in ms and never goes back.
 */
export function snapshotPolicy({
  write,
  failed,
  timer = nodeTimer(),
  every = EVERY_COMMITS,
  idleMs = IDLE_MS,
  clock = () => performance.now(),
}: {
  write(): Promise<void>;
  failed(error: unknown): void;
  timer?: Timer;
  every?: number;
  idleMs?: number;
  clock?: () => number;
}): SnapshotPolicy {
  let pending = 0;
  let running: Promise<void> | null = null;
  let restUntil = -Infinity;

  const take = async () => {
    const taken = pending;
    const began = clock();
    try {
      await write();
      pending -= taken;
    } finally {
      const ended = clock();
      restUntil = ended + (ended - began) * RESTS;
    }
  };
  const takeNow = () => {
    running ??= take()
      .catch(failed)
      .finally(() => {
        running = null;
        if (pending > 0) timer.set(idleMs, takeNow);
      });
  };
  return {
    committed: () => {
      pending++;
      // A failed one leaves the count high: it is tried again at the next multiple, not at every commit.
      if (pending % every === 0 && clock() >= restUntil) takeNow();
      else timer.set(idleMs, takeNow);
    },
    quit: async () => {
      timer.clear();
      await running;
      timer.clear();
      if (pending > 0) await take();
    },
  };
}

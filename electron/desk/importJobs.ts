import type { ImportProgress } from '../../shared/contract';

/** An import under way: how far it is, and whether it was given up. */
export interface ImportWork {
  /** Aborted when somebody gives it up. */
  readonly signal: AbortSignal;
  at(phase: ImportProgress['phase'], share: number): void;
}

interface Job {
  giveUp: AbortController;
  progress: ImportProgress;
}

const NONE: ImportProgress = { phase: 'none', share: 0 };

/** The imports under way, so that a second question can be about the first while it runs. */
export class ImportJobs {
  readonly #running = new Map<string, Job>();

  /** Carries a preview or an import out; without a name nobody can ask about it. */
  async carryOut<T>(name: string | undefined, run: (work: ImportWork) => Promise<T>): Promise<T> {
    const job: Job = { giveUp: new AbortController(), progress: { phase: 'reading', share: 0 } };
    const work: ImportWork = {
      signal: job.giveUp.signal,
      at: (phase, share) => {
        job.progress = { phase, share };
      },
    };
    if (name === undefined) return run(work);
    this.#running.get(name)?.giveUp.abort();
    this.#running.set(name, job);
    try {
      return await run(work);
    } finally {
      if (this.#running.get(name) === job) this.#running.delete(name);
    }
  }

  progress(name: string): ImportProgress {
    return this.#running.get(name)?.progress ?? NONE;
  }

  /** Whether it could still be given up: what is being saved is undone afterwards instead. */
  cancel(name: string): boolean {
    const job = this.#running.get(name);
    if (!job || job.progress.phase === 'saving') return false;
    job.giveUp.abort();
    return true;
  }
}

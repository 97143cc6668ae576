import type { AnswerOf } from '../../shared/contract';
import type { DrawWork } from '../badges/badge';

type BadgeProgress = AnswerOf<'badges.progress'>;

const NONE: BadgeProgress = { done: 0, of: 0 };

/** The print jobs that are being drawn, so that a second question can be about the first while it runs. */
export class BadgeJobs {
  readonly #running = new Map<string, { giveUp: AbortController; progress: BadgeProgress }>();

  /** Draws; without a name nobody can ask about it. A job of the same name is given up. */
  async carryOut<T>(name: string | undefined, run: (work: DrawWork) => Promise<T>): Promise<T> {
    const job = { giveUp: new AbortController(), progress: NONE };
    const work: DrawWork = {
      signal: job.giveUp.signal,
      at: (done, of) => {
        job.progress = { done, of };
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

  progress(name: string): BadgeProgress {
    return this.#running.get(name)?.progress ?? NONE;
  }

  /** Whether there was anything left to give up. */
  cancel(name: string): boolean {
    const job = this.#running.get(name);
    job?.giveUp.abort();
    return job !== undefined;
  }
}

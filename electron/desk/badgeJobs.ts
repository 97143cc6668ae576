import type { AnswerOf } from '../../shared/contract';
import type { DrawWork } from '../badges/badge';
import { NamedJobs } from './namedJobs';

type BadgeProgress = AnswerOf<'badges.progress'>;

const NONE: BadgeProgress = { done: 0, of: 0 };

/** The badges that are being drawn. */
export class BadgeJobs {
  readonly #jobs = new NamedJobs(NONE);

  carryOut<T>(name: string | undefined, run: (work: DrawWork) => Promise<T>): Promise<T> {
    return this.#jobs.carryOut(name, NONE, (signal, tell) =>
      run({ signal, at: (done, of) => tell({ done, of }) }),
    );
  }

  progress(name: string): BadgeProgress {
    return this.#jobs.progress(name);
  }

  /** Whether there was anything left to give up. */
  cancel(name: string): boolean {
    return this.#jobs.cancel(name);
  }
}

import type { ImportProgress } from '../../shared/contract';
import { NamedJobs } from './namedJobs';

/** An import under way: how far it is, and whether it was given up. */
export interface ImportWork {
  /** Aborted when somebody gives it up. */
  readonly signal: AbortSignal;
  at(phase: ImportProgress['phase'], share: number): void;
}

const NONE: ImportProgress = { phase: 'none', share: 0 };
const BEGUN: ImportProgress = { phase: 'reading', share: 0 };

/** The previews and imports under way. */
export class ImportJobs {
  readonly #jobs = new NamedJobs(NONE);

  carryOut<T>(name: string | undefined, run: (work: ImportWork) => Promise<T>): Promise<T> {
    return this.#jobs.carryOut(name, BEGUN, (signal, tell) =>
      run({ signal, at: (phase, share) => tell({ phase, share }) }),
    );
  }

  progress(name: string): ImportProgress {
    return this.#jobs.progress(name);
  }

  /** Whether it could still be given up: what is being saved is undone afterwards instead. */
  cancel(name: string): boolean {
    return this.#jobs.cancel(name, ({ phase }) => phase !== 'saving');
  }
}

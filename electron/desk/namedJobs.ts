interface Job<P> {
  giveUp: AbortController;
  progress: P;
}

/**
 * Work under way by the name that its asker gave it, so that a second question can be about the first while it
 * runs: how far it is, or that it is given up.
 */
export class NamedJobs<P> {
  readonly #running = new Map<string, Job<P>>();

  /** `none` is the progress of what does not run. */
  constructor(private readonly none: P) {}

  /** Carries work out; without a name nobody can ask about it. Work of the same name is given up. */
  async carryOut<T>(
    name: string | undefined,
    begin: P,
    run: (signal: AbortSignal, tell: (progress: P) => void) => Promise<T>,
  ): Promise<T> {
    const job: Job<P> = { giveUp: new AbortController(), progress: begin };
    const tell = (progress: P) => {
      job.progress = progress;
    };
    if (name === undefined) return run(job.giveUp.signal, tell);
    this.#running.get(name)?.giveUp.abort();
    this.#running.set(name, job);
    try {
      return await run(job.giveUp.signal, tell);
    } finally {
      if (this.#running.get(name) === job) this.#running.delete(name);
    }
  }

  progress(name: string): P {
    return this.#running.get(name)?.progress ?? this.none;
  }

  /** Gives work up as long as it `may` be; whether there was any. */
  cancel(name: string, may: (progress: P) => boolean = () => true): boolean {
    const job = this.#running.get(name);
    if (!job || !may(job.progress)) return false;
    job.giveUp.abort();
    return true;
  }
}

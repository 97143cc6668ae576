import type { Outcome } from '../../shared/contract';

const KEPT = 1_000;

/** The answers to the last commands that carried an id, so that one asked again is not done again. */
export class Answered {
  private readonly outcomes = new Map<string, Promise<Outcome>>();

  get(id: string): Promise<Outcome> | undefined {
    return this.outcomes.get(id);
  }

  /** Keeps an answer; one that failed is forgotten, so that the command can be tried again. */
  keep(id: string, outcome: Promise<Outcome>): void {
    this.outcomes.set(id, outcome);
    outcome.catch(() => this.outcomes.delete(id));
    const [oldest] = this.outcomes.keys();
    if (this.outcomes.size > KEPT && oldest !== undefined) this.outcomes.delete(oldest);
  }
}

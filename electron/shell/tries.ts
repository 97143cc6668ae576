/** How often a window that has broken is loaded again before a person is asked. */
const TRIES = 3;

/** A window that has lived for so long, ms, counts as well again. */
const WELL_MS = 60_000;

/** Counts how often something broke lately. */
export class Tries {
  private broke: number[] = [];

  /** It has broken at `now`, ms; answers whether it may be tried again without asking. */
  again(now: number): boolean {
    this.broke = [...this.broke.filter((at) => now - at < WELL_MS), now];
    return this.broke.length <= TRIES;
  }

  /** How often within the last minute. */
  get lately(): number {
    return this.broke.length;
  }

  /** Somebody wants it tried again all the same. */
  forget(): void {
    this.broke = [];
  }
}

/** How long a stage waits before its page is loaded for the n-th time in a row, ms: 0.25 s to 30 s. */
export function stageWait(broke: number): number {
  return Math.min(250 * 2 ** (broke - 1), 30_000);
}

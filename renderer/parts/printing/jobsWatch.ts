import type { AnswerOf, Desk } from '../../../shared/contract';
import { isOpen } from '../../../shared/print';

export type Job = AnswerOf<'print.jobs'>['jobs'][number];

/** While something is printing the desk is asked this often, ms: a jam is on the screen within three seconds. */
const SOON = 1_000;
/** Otherwise: another screen may have asked for a badge. */
const LATER = 3_000;

const NO_JOBS: readonly Job[] = [];

/** The desk's to-print list of one event, for as long as somebody looks. */
export class JobsWatch {
  private jobs = NO_JOBS;
  private text = '';
  private readonly lookers = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: Promise<void> | null = null;

  constructor(
    private readonly desk: Pick<Desk, 'ask'>,
    private readonly event: string,
  ) {}

  readonly snapshot = (): readonly Job[] => this.jobs;

  readonly subscribe = (looker: () => void): (() => void) => {
    this.lookers.add(looker);
    if (this.lookers.size === 1) void this.look();
    return () => {
      this.lookers.delete(looker);
      if (this.lookers.size === 0) clearTimeout(this.timer);
    };
  };

  /** Asks at once; a question that is under way is waited for first. */
  async refresh(): Promise<void> {
    await this.asking;
    await this.look();
  }

  private look(): Promise<void> {
    clearTimeout(this.timer);
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
      if (this.lookers.size === 0) return;
      clearTimeout(this.timer);
      const wait = this.jobs.some((one) => isOpen(one.phase)) ? SOON : LATER;
      this.timer = setTimeout(() => void this.look(), wait);
    });
    return this.asking;
  }

  private async ask(): Promise<void> {
    // Why a desk does not answer is told by the frame.
    const told = await this.desk.ask('print.jobs', { event: this.event }).catch(() => null);
    const text = JSON.stringify(told?.jobs ?? null);
    if (!told || text === this.text) return;
    this.text = text;
    this.jobs = told.jobs;
    for (const looker of this.lookers) looker();
  }
}

const watches = new WeakMap<Pick<Desk, 'ask'>, Map<string, JobsWatch>>();

/** The one watch of a desk's event, however many parts of a screen look. */
export function watchOf(desk: Pick<Desk, 'ask'>, event: string): JobsWatch {
  const ofDesk = watches.get(desk) ?? new Map<string, JobsWatch>();
  watches.set(desk, ofDesk);
  const watch = ofDesk.get(event) ?? new JobsWatch(desk, event);
  ofDesk.set(event, watch);
  return watch;
}

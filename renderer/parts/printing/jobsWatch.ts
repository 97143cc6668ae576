import type { AnswerOf, Desk } from '../../../shared/contract';
import { isOpen, isOver } from '../../../shared/print';
import { toLookAt, type Look } from './toLookAt';

export type Job = AnswerOf<'print.jobs'>['jobs'][number];

/** While something is printing the desk is asked this often, ms: a jam is on the screen within three seconds. */
const SOON = 1_000;
/** Otherwise: another screen may have asked for a badge. */
const LATER = 3_000;

const NO_JOBS: readonly Job[] = [];
const NOTHING: readonly Look[] = [];

/** The desk's to-print list of one event, for as long as somebody looks. */
export class JobsWatch {
  private jobs = NO_JOBS;
  private looks = NOTHING;
  private readonly seen = new Set<string>();
  private text = '';
  private readonly lookers = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: Promise<void> | null = null;

  constructor(
    private readonly desk: Pick<Desk, 'ask'>,
    private readonly event: string,
  ) {}

  readonly snapshot = (): readonly Job[] => this.jobs;

  /** Badges that somebody should look at before handing them out, until somebody has. */
  readonly lookSnapshot = (): readonly Look[] => this.looks;

  readonly markSeen = (id: string): void => {
    this.seen.add(id);
    this.tell();
  };

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
    if (this.text === '') {
      // What was out before anybody looked here has been handed out.
      for (const { id, phase } of told.jobs) if (isOver(phase)) this.seen.add(id);
    }
    this.text = text;
    this.jobs = told.jobs;
    this.tell();
  }

  private tell(): void {
    this.looks = toLookAt(this.jobs, this.seen);
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

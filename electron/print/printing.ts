import { join } from 'node:path';
import type { Ask } from '../../shared/commands/command';
import type { BadgeSettings, Outcome } from '../../shared/contract';
import type { EventState } from '../../shared/model/state';
import type { ReprintReason, Trouble } from '../../shared/print';
import { asDeskError, failure } from '../desk/failure';
import type { Disk } from '../store/disk';
import { stateOf, takeBack } from './atSpooler';
import { KeptFile } from './keptFile';
import { ordered } from './ordering';
import type { Ordering } from './ordering';
import { EMPTY_LIST, listSchema } from './printEntry';
import type { PrintEntry, ToldJob } from './printEntry';
import { SpoolRefusal } from './spooler';
import type { SpoolState } from './spooler';
import { ToPrintList } from './toPrintList';
import { idOf, standing } from './whose';

/** The to-print list of this machine; its jobs are in this machine's spooler and nowhere else. */
const FILE = 'print-jobs.json';

/** How often the spooler is asked while a job is open, ms: with what a screen adds, a jam is told within 3 s. */
const EVERY = 500;

/** An event as printing needs it. */
interface OpenEvent {
  readonly state: EventState;
  commit(ask: Ask): Promise<Outcome>;
}

interface Surroundings extends Ordering {
  disk: Disk;
  dataFolder: string;
  now(): number;
  newId(): string;
  open(event: string): Promise<OpenEvent>;
  /** Whether what an earlier run left on the list goes on; false for a verb that only passes by. */
  resumes: boolean;
  /** Between two looks at the spooler, ms. */
  every?: number;
  log(line: string): void;
}

/** What is to be printed. */
export interface PrintOrder {
  event: string;
  who: readonly string[];
  settings: BadgeSettings;
  printer?: string | undefined;
  again?: ReprintReason | undefined;
  id?: string | undefined;
}

/** What an entry is again before it is handed over. */
const AFRESH = { step: 'asked', spool: '', troubles: [], says: '', failure: null } as const;

/**
 * Badges on their way to paper. What was asked for is on the to-print list, durably, until the spooler says
 * that the job is finished; only then is the badge counted, once, because the list's id is the command's.
 * Nothing is ever sent to another printer than the one that was named.
 */
export class Printing {
  private readonly list: ToPrintList;
  /** What this run follows: all there is, or what was asked for in it. */
  private readonly followed = new Set<string>();
  private loading: Promise<void> | null = null;
  /** Jobs are handed over one after the other, in the order in which they were asked for. */
  private line: Promise<unknown> = Promise.resolve();
  private looking: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly around: Surroundings) {
    const { disk, dataFolder, log } = around;
    const file = new KeptFile(disk, join(dataFolder, FILE), listSchema, EMPTY_LIST, log);
    this.list = new ToPrintList(file);
  }

  /** Goes on with what an earlier run left. */
  start(): void {
    if (this.around.resumes) this.load().catch((error: unknown) => this.tell(error));
  }

  /** Answers as soon as the badges are on the list for good; `jobs` says what becomes of them. */
  async send({ event, who, settings, printer, again, id }: PrintOrder): Promise<ToldJob> {
    await this.load();
    const known = id === undefined ? undefined : this.list.told(id);
    if (known) return known;
    const { state } = await this.around.open(event);
    if (state.event.erasedAt !== null) throw failure('badges.noOne');
    const wanted = printer ?? (await this.around.book.settings()).printers[settings.layout];
    if (!wanted) throw failure('print.noPrinterChosen', { layout: settings.layout });
    const meanwhile = id === undefined ? undefined : this.list.told(id);
    if (meanwhile) return meanwhile;
    const entry: PrintEntry = {
      ...AFRESH,
      troubles: [],
      id: id ?? this.around.newId(),
      event,
      who: [...new Set(who.map((key) => idOf(state, key)))],
      settings,
      printer: wanted,
      again: again ?? null,
      askedAt: this.around.now(),
      pass: 'whole',
      turn: null,
      top: 'first',
    };
    await this.list.add(entry);
    this.handOver(entry.id);
    return this.list.needed(entry.id);
  }

  /** The list, the oldest first, and what was over last. */
  async jobs(event?: string): Promise<ToldJob[]> {
    await this.load();
    return this.list.jobs(event);
  }

  /**
   * Prints once more what did not come out. What is in a queue is taken out of it first. Where the fronts are out
   * already it is the backs alone that are missing: the sheets are turned and put in again.
   */
  async retry(id: string, printer?: string): Promise<ToldJob> {
    await this.load();
    const entry = this.list.entry(id);
    if (!(await this.takenBack(entry))) return this.list.needed(id);
    const onto = { ...AFRESH, troubles: [], printer: printer ?? entry.printer };
    if (entry.pass === 'backs' && entry.step !== 'turn') {
      await this.list.change(id, { ...onto, step: 'turn' });
      return this.list.needed(id);
    }
    await this.list.change(id, { ...onto, pass: 'whole', turn: null });
    this.handOver(id);
    return this.list.needed(id);
  }

  async cancel(id: string): Promise<ToldJob> {
    await this.load();
    const entry = this.list.entry(id);
    if (await this.takenBack(entry)) await this.list.finish(entry, 'cancelled');
    return this.list.needed(id);
  }

  /** What a person says of badges nobody else can say it of. */
  async settle(id: string, cameOut: boolean): Promise<ToldJob> {
    await this.load();
    const entry = this.list.entry(id);
    if (!cameOut) return this.retry(id);
    // Of sheets that wait to be turned it means that the fronts are enough.
    await (entry.step === 'turn' ? this.count(entry) : this.cameOut(entry));
    return this.list.needed(id);
  }

  /** Prints the backs of sheets that a person has turned and put in again. */
  async backs(id: string, top: PrintEntry['top']): Promise<ToldJob> {
    await this.load();
    if (this.list.entry(id).step !== 'turn') return this.list.needed(id);
    await this.list.change(id, { ...AFRESH, troubles: [], pass: 'backs', top });
    this.handOver(id);
    return this.list.needed(id);
  }

  /** Drops an event's badges: its people's data are being erased. */
  async forget(event: string): Promise<void> {
    await this.load();
    this.list.forgetNames(event);
    for (const entry of this.list.all().filter((one) => one.event === event)) {
      if (entry.step === 'handed') {
        await this.around.spooler
          .cancel(entry.printer, entry.spool)
          .catch((error: unknown) => this.tell(error));
      }
      await this.list.finish(entry, 'cancelled');
    }
  }

  /** Lets go; what is on its way stays on the list for the next run. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await Promise.allSettled([this.loading, this.line, this.looking]);
  }

  private load(): Promise<void> {
    this.loading ??= this.read();
    this.loading.catch(() => (this.loading = null));
    return this.loading;
  }

  private async read(): Promise<void> {
    const left = await this.list.read();
    if (!this.around.resumes) return;
    for (const { id, step } of left) {
      if (step === 'asked') this.handOver(id);
      else this.followed.add(id);
    }
    this.lookSoon();
  }

  private handOver(id: string): void {
    this.followed.add(id);
    this.line = this.line.then(() =>
      this.handOverNow(id).catch((error: unknown) => this.tell(error)),
    );
  }

  private async handOverNow(id: string): Promise<void> {
    const entry = this.list.get(id);
    if (!entry || entry.step !== 'asked' || this.closed) return;
    try {
      const { state } = await this.around.open(entry.event);
      const { order, pass, turn, warnings } = await ordered(entry, state, this.around);
      if (this.list.get(id)?.step !== 'asked' || this.closed) return;
      this.list.warn(id, warnings);
      await this.list.change(id, { step: 'handing', pass, turn });
      const spool = await this.around.spooler.submit(order);
      await this.list.change(id, { step: 'handed', spool });
      this.lookSoon();
    } catch (error) {
      const troubles: Trouble[] = error instanceof SpoolRefusal ? [error.trouble] : [];
      const says = error instanceof SpoolRefusal ? error.says : '';
      const why = error instanceof SpoolRefusal ? null : asDeskError(error).toFailure();
      await this.list.change(id, { step: 'failed', troubles, says, failure: why });
    }
  }

  /**
   * Whether nothing of the entry is in any queue now. False when it came out, or was over, meanwhile. Rejects
   * where the spooler cannot be reached or does not let go of it.
   */
  private async takenBack(entry: PrintEntry): Promise<boolean> {
    const { spooler, every = EVERY } = this.around;
    if (entry.step === 'handing') throw failure('print.busy');
    if (entry.step !== 'handed') return true;
    if ((await takeBack(spooler, entry, every / 4)) === 'gone') return true;
    await this.cameOut(entry);
    return false;
  }

  private lookSoon(): void {
    if (this.timer || this.closed || !this.hasHanded()) return;
    this.timer = setTimeout(() => {
      this.looking = this.lookAtAll()
        .catch((error: unknown) => this.tell(error))
        .finally(() => {
          this.timer = null;
          this.lookSoon();
        });
    }, this.around.every ?? EVERY).unref();
  }

  private hasHanded(): boolean {
    return this.list.all().some(({ id, step }) => step === 'handed' && this.followed.has(id));
  }

  private async lookAtAll(): Promise<void> {
    for (const entry of this.list.all()) {
      if (entry.step !== 'handed' || !this.followed.has(entry.id)) continue;
      const state = await stateOf(this.around.spooler, entry);
      // Somebody may have taken it back while the spooler was asked.
      const now = this.list.get(entry.id);
      if (now?.step !== 'handed' || now.spool !== entry.spool || this.closed) continue;
      await this.follow(now, state);
    }
  }

  private async follow(entry: PrintEntry, { at, troubles, says }: SpoolState): Promise<void> {
    const { id } = entry;
    if (at === 'done') return this.cameOut(entry);
    if (at === 'stopped') {
      return this.list.change(id, { step: 'failed', troubles: [...troubles], says });
    }
    if (at === 'unknown') {
      return this.list.change(id, { step: 'unclear', troubles: ['forgotten', ...troubles], says });
    }
    this.list.note(id, { troubles: [...troubles], says }, at === 'printing');
  }

  /** A pass is on paper. After the fronts of sheets that a person turns, the backs are still missing. */
  private async cameOut(entry: PrintEntry): Promise<void> {
    if (entry.pass !== 'fronts') return this.count(entry);
    await this.list.change(entry.id, { step: 'turn', troubles: [], says: '', failure: null });
  }

  /** The badges are out: counted under the entry's own id, so that they are counted once. */
  private async count(entry: PrintEntry): Promise<void> {
    try {
      const event = await this.around.open(entry.event);
      const who = standing(event.state, entry.who);
      const { again } = entry;
      const command = { type: 'badges.printed', who, ...(again && { again }) } as const;
      const outcome = who.length > 0 ? await event.commit({ id: entry.id, command }) : null;
      if (outcome && !outcome.ok) this.around.log(`printing: not counted, ${outcome.code}`);
    } catch (error) {
      const why = asDeskError(error);
      if (why.code !== 'event.unknown') {
        // It is out, but not counted: the next look tries again.
        this.list.note(entry.id, { troubles: [], failure: why.toFailure() }, false);
        this.tell(error);
        return;
      }
    }
    await this.list.finish(entry, 'printed');
  }

  /** Into the log, without names. */
  private tell(error: unknown): void {
    this.around.log(
      `printing: ${error instanceof SpoolRefusal ? error.trouble : asDeskError(error).code}`,
    );
  }
}

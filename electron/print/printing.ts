import { join } from 'node:path';
import { findParticipant } from '../../shared/commands/who';
import type { Ask } from '../../shared/commands/command';
import type { BadgeSettings, Outcome } from '../../shared/contract';
import type { EventState } from '../../shared/model/state';
import type { ReprintReason, Trouble } from '../../shared/print';
import { asDeskError, failure } from '../desk/failure';
import type { Disk } from '../store/disk';
import { KeptFile } from './keptFile';
import { pageSizeOf } from './pageSize';
import type { PrinterBook } from './printerBook';
import { EMPTY_LIST, listSchema, phaseOf, toldOf } from './printEntry';
import type { PrintEntry, PrintList, ToldJob } from './printEntry';
import { SpoolRefusal } from './spooler';
import type { SpoolOrder, SpoolState, Spooler } from './spooler';

/** The to-print list of this machine; its jobs are in this machine's spooler and nowhere else. */
const FILE = 'print-jobs.json';

/** How often the spooler is asked while a job is open, ms: with what a screen adds, a jam is told within 3 s. */
const EVERY = 500;

/** So many that are over are told once more, for screens to say that they came out. */
const OVER_TOLD = 50;

/** How long a job that was taken back may take to be out of the queue, in looks of `EVERY`/4. */
const LOOKS = 40;

/** An event as printing needs it. */
interface OpenEvent {
  readonly state: EventState;
  commit(ask: Ask): Promise<Outcome>;
}

interface Surroundings {
  disk: Disk;
  dataFolder: string;
  spooler: Spooler;
  book: PrinterBook;
  now(): number;
  newId(): string;
  open(event: string): Promise<OpenEvent>;
  draw(state: EventState, settings: BadgeSettings, who: string[]): Promise<Uint8Array>;
  /** How a layout's second side comes about. */
  duplexOf(settings: BadgeSettings): SpoolOrder['duplex'];
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

/**
 * Badges on their way to paper. What was asked for is on the to-print list, durably, until the spooler says
 * that the job is finished; only then is the badge counted, once, because the list's id is the command's.
 * Nothing is ever sent to another printer than the one that was named.
 */
export class Printing {
  private readonly file: KeptFile<PrintList>;
  private readonly entries = new Map<string, PrintEntry>();
  private readonly isPrinting = new Set<string>();
  private readonly over = new Map<string, ToldJob>();
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
    this.file = new KeptFile(disk, join(dataFolder, FILE), listSchema, EMPTY_LIST, log);
  }

  /** Goes on with what an earlier run left. */
  start(): void {
    if (this.around.resumes) this.load().catch((error: unknown) => this.tell(error));
  }

  /** Answers as soon as the badges are on the list for good; `jobs` says what becomes of them. */
  async send({ event, who, settings, printer, again, id }: PrintOrder): Promise<ToldJob> {
    await this.load();
    const known = id === undefined ? undefined : this.told(id);
    if (known) return known;
    const { state } = await this.around.open(event);
    if (state.event.erasedAt !== null) throw failure('badges.noOne');
    const wanted = printer ?? (await this.around.book.settings()).printers[settings.layout];
    if (!wanted) throw failure('print.noPrinterChosen', { layout: settings.layout });
    const meanwhile = id === undefined ? undefined : this.told(id);
    if (meanwhile) return meanwhile;
    const entry: PrintEntry = {
      id: id ?? this.around.newId(),
      event,
      who: [...new Set(who.map((key) => idOf(state, key)))],
      settings,
      printer: wanted,
      again: again ?? null,
      askedAt: this.around.now(),
      step: 'asked',
      spool: '',
      troubles: [],
      says: '',
      failure: null,
    };
    this.entries.set(entry.id, entry);
    try {
      await this.save();
    } catch (error) {
      this.entries.delete(entry.id);
      throw error;
    }
    this.handOver(entry.id);
    return this.needed(entry.id);
  }

  /** The list, the oldest first, and what was over last. */
  async jobs(event?: string): Promise<ToldJob[]> {
    await this.load();
    const open = [...this.entries.keys()].flatMap((id) => this.told(id) ?? []);
    const all = [...open, ...this.over.values()];
    return all
      .filter((one) => event === undefined || one.event === event)
      .sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));
  }

  /** Prints once more what did not come out. What is in a queue is taken out of it first. */
  async retry(id: string, printer?: string): Promise<ToldJob> {
    await this.load();
    const entry = this.entry(id);
    if (!(await this.takenBack(entry))) return this.needed(id);
    await this.change(id, {
      step: 'asked',
      spool: '',
      printer: printer ?? entry.printer,
      troubles: [],
      says: '',
      failure: null,
    });
    this.handOver(id);
    return this.needed(id);
  }

  async cancel(id: string): Promise<ToldJob> {
    await this.load();
    const entry = this.entry(id);
    if (await this.takenBack(entry)) await this.finish(entry, 'cancelled');
    return this.needed(id);
  }

  /** What a person says of badges nobody else can say it of. */
  async settle(id: string, cameOut: boolean): Promise<ToldJob> {
    await this.load();
    const entry = this.entry(id);
    if (!cameOut) return this.retry(id);
    await this.count(entry);
    return this.needed(id);
  }

  /** Drops an event's badges: its people's data are being erased. */
  async forget(event: string): Promise<void> {
    await this.load();
    for (const entry of [...this.entries.values()].filter((one) => one.event === event)) {
      if (entry.step === 'handed') {
        await this.around.spooler
          .cancel(entry.printer, entry.spool)
          .catch((error: unknown) => this.tell(error));
      }
      await this.finish(entry, 'cancelled');
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
    const { jobs } = await this.file.read();
    for (const entry of jobs) {
      const broken = entry.step === 'handing';
      this.entries.set(
        entry.id,
        broken ? { ...entry, step: 'unclear', troubles: ['interrupted'] } : entry,
      );
    }
    if (!this.around.resumes) return;
    for (const { id, step } of jobs) {
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
    const entry = this.entries.get(id);
    if (!entry || entry.step !== 'asked' || this.closed) return;
    try {
      const order = await this.drawn(entry);
      if (this.entries.get(id)?.step !== 'asked' || this.closed) return;
      await this.change(id, { step: 'handing' });
      const spool = await this.around.spooler.submit(order);
      await this.change(id, { step: 'handed', spool });
      this.lookSoon();
    } catch (error) {
      const troubles: Trouble[] = error instanceof SpoolRefusal ? [error.trouble] : [];
      const says = error instanceof SpoolRefusal ? error.says : '';
      const why = error instanceof SpoolRefusal ? null : asDeskError(error).toFailure();
      await this.change(id, { step: 'failed', troubles, says, failure: why });
    }
  }

  private async drawn({ id, event, who, settings, printer }: PrintEntry): Promise<SpoolOrder> {
    const { state } = await this.around.open(event);
    const offset = settings.offset ?? (await this.around.book.offsetOf(printer, settings.layout));
    const drawing = { ...settings, ...(offset && { offset }) };
    const pdf = await this.around.draw(state, drawing, standing(state, who));
    const size = pageSizeOf(pdf);
    if (!size) throw failure('print.pages');
    return { printer, pdf, size, duplex: this.around.duplexOf(settings), title: `Nuija ${id}` };
  }

  /**
   * Whether nothing of the entry is in any queue now. False when it came out, or was over, meanwhile. Rejects
   * where the spooler cannot be reached or does not let go of it.
   */
  private async takenBack(entry: PrintEntry): Promise<boolean> {
    const { spooler, every = EVERY } = this.around;
    if (entry.step === 'handing') throw failure('print.busy');
    if (entry.step !== 'handed') return true;
    try {
      await spooler.cancel(entry.printer, entry.spool);
      for (let looks = 0; looks < LOOKS; looks++) {
        const { at } = await spooler.look(entry.printer, entry.spool);
        if (at === 'done') {
          await this.count(entry);
          return false;
        }
        if (at === 'stopped' || at === 'unknown') return true;
        await new Promise((resolve) => setTimeout(resolve, every / 4));
      }
    } catch (error) {
      if (!(error instanceof SpoolRefusal)) throw error;
      throw failure('print.noSpooler', { what: error.says });
    }
    throw failure('print.stillThere', { printer: entry.printer });
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
    return [...this.entries.values()].some(
      ({ id, step }) => step === 'handed' && this.followed.has(id),
    );
  }

  private async lookAtAll(): Promise<void> {
    for (const entry of this.entries.values()) {
      if (entry.step !== 'handed' || !this.followed.has(entry.id)) continue;
      const state = await this.stateOf(entry);
      // Somebody may have taken it back while the spooler was asked.
      const now = this.entries.get(entry.id);
      if (now?.step !== 'handed' || now.spool !== entry.spool || this.closed) continue;
      await this.follow(now, state);
    }
  }

  private async stateOf({ printer, spool }: PrintEntry): Promise<SpoolState> {
    try {
      return await this.around.spooler.look(printer, spool);
    } catch (error) {
      if (!(error instanceof SpoolRefusal)) throw error;
      return { at: 'queued', troubles: ['no-spooler'], says: error.says };
    }
  }

  private async follow(entry: PrintEntry, { at, troubles, says }: SpoolState): Promise<void> {
    const { id } = entry;
    if (at === 'done') return this.count(entry);
    if (at === 'stopped') {
      return this.change(id, { step: 'failed', troubles: [...troubles], says });
    }
    if (at === 'unknown') {
      return this.change(id, { step: 'unclear', troubles: ['forgotten', ...troubles], says });
    }
    if (at === 'printing') this.isPrinting.add(id);
    else this.isPrinting.delete(id);
    // What changes every second is not worth a write: the spooler knows it after a restart too.
    this.entries.set(id, { ...entry, troubles: [...troubles], says });
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
        this.entries.set(entry.id, { ...entry, troubles: [], failure: why.toFailure() });
        this.tell(error);
        return;
      }
    }
    await this.finish(entry, 'printed');
  }

  private async finish(entry: PrintEntry, phase: 'printed' | 'cancelled'): Promise<void> {
    this.entries.delete(entry.id);
    this.isPrinting.delete(entry.id);
    this.over.set(entry.id, toldOf({ ...entry, troubles: [], says: '', failure: null }, phase));
    const [oldest] = this.over.keys();
    if (this.over.size > OVER_TOLD && oldest !== undefined) this.over.delete(oldest);
    await this.save();
  }

  private async change(id: string, fields: Partial<PrintEntry>): Promise<void> {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.isPrinting.delete(id);
    this.entries.set(id, { ...entry, ...fields });
    await this.save();
  }

  private save(): Promise<void> {
    return this.file.write({ ...EMPTY_LIST, jobs: [...this.entries.values()] });
  }

  private entry(id: string): PrintEntry {
    const entry = this.entries.get(id);
    if (!entry) throw failure('print.unknownJob');
    return entry;
  }

  private told(id: string): ToldJob | undefined {
    const entry = this.entries.get(id);
    if (!entry) return this.over.get(id);
    return toldOf(entry, phaseOf(entry, this.isPrinting.has(id)));
  }

  private needed(id: string): ToldJob {
    const told = this.told(id);
    if (!told) throw failure('print.unknownJob');
    return told;
  }

  /** Into the log, without names. */
  private tell(error: unknown): void {
    this.around.log(
      `printing: ${error instanceof SpoolRefusal ? error.trouble : asDeskError(error).code}`,
    );
  }
}

/** Someone by id, code or e-mail; nobody else's badge is printed in place of one that is not found. */
function idOf(state: EventState, key: string): string {
  const found = findParticipant(state, key);
  if ('decision' in found) throw failure('badges.unknown', { who: key });
  return found.person.id;
}

/** Those who are still there; a record that went into another is that one now. */
function standing(state: EventState, who: readonly string[]): string[] {
  const found = who.map((id) => findParticipant(state, id));
  return [...new Set(found.flatMap((one) => ('person' in one ? [one.person.id] : [])))];
}

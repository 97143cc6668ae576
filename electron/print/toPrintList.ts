import { failure } from '../desk/failure';
import type { KeptFile } from './keptFile';
import { EMPTY_LIST, phaseOf, toldOf } from './printEntry';
import type { PrintEntry, PrintList, ToldJob } from './printEntry';

/** So many that are over are told once more, for screens to say that they came out. */
const OVER_TOLD = 50;

/** What was asked for and is not out yet, durably; and what was over last, for as long as the desk runs. */
export class ToPrintList {
  private readonly entries = new Map<string, PrintEntry>();
  private readonly isPrinting = new Set<string>();
  private readonly over = new Map<string, ToldJob>();
  /** They hold names, which are not kept in the file; who prints again draws again. */
  private readonly warnings = new Map<string, ToldJob['warnings']>();

  constructor(private readonly file: KeptFile<PrintList>) {}

  /** What an earlier run left; of what was just being handed over nobody knows what became of it. */
  async read(): Promise<PrintEntry[]> {
    const { jobs } = await this.file.read();
    for (const entry of jobs) {
      const broken = entry.step === 'handing';
      this.entries.set(
        entry.id,
        broken ? { ...entry, step: 'unclear', troubles: ['interrupted'] } : entry,
      );
    }
    return jobs;
  }

  get(id: string): PrintEntry | undefined {
    return this.entries.get(id);
  }

  all(): PrintEntry[] {
    return [...this.entries.values()];
  }

  /** @throws `print.unknownJob` */
  entry(id: string): PrintEntry {
    const entry = this.entries.get(id);
    if (!entry) throw failure('print.unknownJob');
    return entry;
  }

  /** Rejects, and is as before, where it cannot be kept. */
  async add(entry: PrintEntry): Promise<void> {
    this.entries.set(entry.id, entry);
    try {
      await this.save();
    } catch (error) {
      this.entries.delete(entry.id);
      throw error;
    }
  }

  async change(id: string, fields: Partial<PrintEntry>): Promise<void> {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.isPrinting.delete(id);
    this.entries.set(id, { ...entry, ...fields });
    await this.save();
  }

  /** What the spooler said last. It changes every second and is not worth a write: the spooler knows it later too. */
  note(id: string, fields: Partial<PrintEntry>, isPrinting: boolean): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    if (isPrinting) this.isPrinting.add(id);
    else this.isPrinting.delete(id);
    this.entries.set(id, { ...entry, ...fields });
  }

  warn(id: string, warnings: ToldJob['warnings']): void {
    this.warnings.set(id, warnings);
  }

  /** Drops the names of an event's people. */
  forgetNames(event: string): void {
    for (const { id } of this.all().filter((one) => one.event === event)) this.warnings.delete(id);
    for (const [id, job] of this.over) {
      if (job.event === event) this.over.set(id, { ...job, warnings: [] });
    }
  }

  async finish(entry: PrintEntry, phase: 'printed' | 'cancelled'): Promise<void> {
    const { id } = entry;
    this.over.set(
      id,
      toldOf({ ...entry, troubles: [], says: '', failure: null }, phase, this.warningsOf(id)),
    );
    this.entries.delete(id);
    this.isPrinting.delete(id);
    this.warnings.delete(id);
    const [oldest] = this.over.keys();
    if (this.over.size > OVER_TOLD && oldest !== undefined) this.over.delete(oldest);
    await this.save();
  }

  /** Whatever is open or was over last, of that id. */
  told(id: string): ToldJob | undefined {
    const entry = this.entries.get(id);
    if (!entry) return this.over.get(id);
    return toldOf(entry, phaseOf(entry, this.isPrinting.has(id)), this.warningsOf(id));
  }

  /** @throws `print.unknownJob` */
  needed(id: string): ToldJob {
    const told = this.told(id);
    if (!told) throw failure('print.unknownJob');
    return told;
  }

  /** The list, the oldest first, and what was over last. */
  jobs(event: string | undefined): ToldJob[] {
    const open = [...this.entries.keys()].flatMap((id) => this.told(id) ?? []);
    return [...open, ...this.over.values()]
      .filter((one) => event === undefined || one.event === event)
      .sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));
  }

  private warningsOf(id: string): ToldJob['warnings'] {
    return this.warnings.get(id) ?? [];
  }

  private save(): Promise<void> {
    return this.file.write({ ...EMPTY_LIST, jobs: this.all() });
  }
}

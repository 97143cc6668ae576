import { performance } from 'node:perf_hooks';
import type { DeskError } from '../../shared/contract';
import type { EventState } from '../../shared/model/state';
import type { BackupAbout } from '../store/backupHead';
import type { BackupReason } from '../../shared/model/backup';
import { dueBackup } from '../store/backupPolicy';
import { makeBackup, namedBackups } from '../store/backups';
import type { BackupEntry } from '../store/backups';
import { eventFolder } from '../store/dataFolder';
import type { Disk } from '../store/disk';
import type { Clock } from './clock';
import { asDeskError } from './failure';
import { summaryOf } from './summaries';

interface Surroundings {
  disk: Disk;
  dataFolder: string;
  clock: Clock;
  log(line: string): void;
  /** ms that never go back, for how long a backup takes. */
  elapsed?(): number;
}

/** After a backup by itself, so many times its own length pass before the next one by itself. */
const RESTS = 20;

/**
 * Makes the backups of a desk's events beside its work. Those of one event never run at the same time, nor
 * while its files are changed as a whole. One that fails is told and tried again; it stops nothing.
 */
export class BackupKeeper {
  private readonly chains = new Map<string, Promise<unknown>>();
  private readonly restUntil = new Map<string, number>();
  private readonly troubles = new Map<string, DeskError>();

  constructor(private readonly around: Surroundings) {}

  /** Why the last backup of an event could not be made, or null. */
  trouble(id: string): DeskError | null {
    return this.troubles.get(id) ?? null;
  }

  /** The event's database was written: a backup follows where one is due. Never rejects. */
  async snapshotWritten(id: string, state: EventState, closing: boolean): Promise<void> {
    const { clock, disk } = this.around;
    const elapsed = this.around.elapsed ?? (() => performance.now());
    if (!closing && elapsed() < (this.restUntil.get(id) ?? 0)) return;
    this.restUntil.set(id, Infinity);
    const began = elapsed();
    await this.attempt(id, async () => {
      const kept = await namedBackups(disk, this.folder(id));
      const why = dueBackup(kept, { at: clock.now(), seq: state.seq });
      // Whoever quits should not wait for more than the hour's own.
      if (why && !(closing && why === 'snapshot')) await this.write(id, why, state);
    });
    this.restUntil.set(id, elapsed() + (elapsed() - began) * RESTS);
  }

  /** A backup before something is done that many may want back. Never rejects: it is no reason not to do it. */
  before(id: string, why: BackupReason, state: EventState): Promise<void> {
    return this.attempt(id, () => this.write(id, why, state));
  }

  /** A backup that somebody has asked for; `state` null where the event cannot be opened. Rejects with why not. */
  make(id: string, why: BackupReason, state: EventState | null): Promise<BackupEntry> {
    return this.quiet(id, () => this.write(id, why, state));
  }

  /** Runs work on an event's files while no backup reads them. */
  quiet<T>(id: string, work: () => Promise<T>): Promise<T> {
    const before = this.chains.get(id) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined); // whoever asked hears of it through `mine`
    this.chains.set(id, settled);
    return mine;
  }

  /** Waits for what is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.chains.values());
  }

  private async attempt(id: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await this.quiet(id, work);
    } catch (error) {
      const trouble = asDeskError(error);
      this.troubles.set(id, trouble);
      this.around.log(`event ${id}: no backup, ${trouble.code}`);
    }
  }

  private async write(id: string, why: BackupReason, state: EventState | null) {
    const { disk, clock } = this.around;
    const now = state ? { seq: state.seq, about: await aboutOf(state) } : {};
    const wish = { why, at: clock.now(), event: id, ...now };
    const made = await makeBackup(disk, this.folder(id), wish);
    this.troubles.delete(id);
    return made;
  }

  private folder(id: string): string {
    return eventFolder(this.around.dataFolder, id);
  }
}

/** What a list of backups tells of an event. */
export async function aboutOf(state: EventState): Promise<BackupAbout> {
  const { name, date, participants, present } = await summaryOf(state);
  return { name, date, participants, present };
}

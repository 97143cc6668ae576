import { join } from 'node:path';
import type { z } from 'zod';
import type { AnswerOf, channels } from '../../shared/contract';
import type { EventState } from '../../shared/model/state';
import { eventFolder, eventsFolder } from '../store/dataFolder';
import { JOURNAL_FILE, readIfThere } from '../store/eventFiles';
import { KEY_FILE } from '../store/keyFile';
import { BackupError } from '../store/backupError';
import { backupName } from '../store/backupName';
import { filesOfItsOwn, restoreFiles } from '../store/backupRestore';
import type { Restored } from '../store/backupRestore';
import { listBackups, packEvent, readBackup } from '../store/backups';
import type { GoodBackup } from '../store/backups';
import { swapFiles } from '../store/swap';
import type { BackupKeeper } from './backupKeeper';
import { aboutOf } from './backupKeeper';
import type { Clock } from './clock';
import type { EventShelf } from './eventShelf';
import { failure, isLocked } from './failure';
import { relationOf } from './sameHistory';
import type { Relation } from './sameHistory';
import { copyToStick, listSticks, readSource, shown } from './sticks';
import type { StickWorld } from './sticks';

/** The most that is handed out as bytes, base64 and all: what the contract takes back in. */
const LARGEST_READ = 100 * 1024 * 1024;

interface Surroundings extends StickWorld {
  shelf: EventShelf;
  keeper: BackupKeeper;
  dataFolder: string;
  clock: Clock;
}

type Asked<C extends keyof typeof channels> = z.output<(typeof channels)[C]['ask']>;

/** What a desk does about backups, for the channels of the contract. */
export class Backups {
  constructor(private readonly around: Surroundings) {}

  async list(event: string): Promise<AnswerOf<'backups.list'>> {
    const { disk, peek, keeper } = this.around;
    const folder = await this.folder(event);
    const backups = await listBackups(disk, folder, event, peek);
    return { backups, trouble: keeper.trouble(event)?.toFailure() ?? null };
  }

  async make(event: string): Promise<AnswerOf<'backups.make'>> {
    await this.folder(event);
    return this.around.keeper.make(event, 'asked', await this.stateOf(event));
  }

  /** One before an import is saved. Never rejects: a disk without room for it is no reason not to import. */
  async beforeImport(event: string): Promise<void> {
    const state = await this.stateOf(event);
    if (state) await this.around.keeper.before(event, 'import', state);
  }

  /** Reads a backup from its first byte to its last. */
  async check({ event, name }: Asked<'backups.check'>): Promise<AnswerOf<'backups.check'>> {
    try {
      await readBackup(this.around.disk, await this.folder(event), name, event);
      return { ok: true, detail: '' };
    } catch (error) {
      if (!(error instanceof BackupError) || error.refusal === 'missing') throw error;
      return { ok: false, detail: error.message };
    }
  }

  /** Puts the event back as a backup holds it; what is now becomes a backup first. */
  async restore({ event, from }: Asked<'backups.restore'>): Promise<AnswerOf<'backups.restore'>> {
    const { disk, shelf, clock, keeper } = this.around;
    const folder = await this.folder(event);
    const backup =
      'name' in from
        ? await readBackup(disk, folder, from.name, event)
        : await readSource(this.around, from, event);
    const done: Restored[] = [];
    try {
      await shelf.rework(event, async (_folder, state) => {
        const now = { at: clock.now(), event, ...(state ? { about: await aboutOf(state) } : {}) };
        done.push(await restoreFiles(disk, folder, backup.files, now));
      });
    } catch (error) {
      // Under another passphrase the event is restored and only waits for that.
      if (done.length === 0 || !isLocked(error)) throw error;
    }
    const { before, aside } = done[0] ?? { before: null, aside: [] };
    // The backups of before are of another history now: this is the first of the new one.
    const state = await this.stateOf(event);
    if (state) await keeper.before(event, 'snapshot', state);
    const { at, seq, head } = backup;
    return { restored: { at, seq, about: head.about ?? null }, before, aside };
  }

  /** The newest state, or a named backup, as a file to keep elsewhere. */
  async read({ event, name }: Asked<'backups.read'>): Promise<AnswerOf<'backups.read'>> {
    const folder = await this.folder(event);
    if (name === undefined) {
      const { head, bytes } = await this.newest(event);
      return asFile(backupName(head), bytes);
    }
    await readBackup(this.around.disk, folder, name, event);
    return asFile(name, await this.around.disk.read(join(folder, 'backups', name)));
  }

  /** Copies the newest state to a stick, and reads it back from there. */
  async copy({ event, drive }: Asked<'backups.copy'>): Promise<AnswerOf<'backups.copy'>> {
    const { head, bytes } = await this.newest(event);
    const name = backupName(head);
    const label = head.about?.name ?? '';
    const path = await copyToStick(this.around, drive, { name, label, bytes });
    return { path, backup: shown({ name, head, size: bytes.length }) };
  }

  async drives(): Promise<AnswerOf<'drives.list'>> {
    return listSticks(this.around, await this.around.shelf.ids());
  }

  /**
   * Makes an event of this desk from a backup. One that is here already is never overwritten: the refusal says
   * how the two stand to each other, and restoring is the way.
   */
  async open({ from }: Asked<'events.openBackup'>): Promise<AnswerOf<'events.openBackup'>> {
    const backup = await readSource(this.around, from);
    const { event } = backup.head;
    await this.around.keeper.quiet(event, async () => {
      if ((await this.around.shelf.ids()).includes(event)) await this.refuse(event, backup);
      await this.place(event, backup);
    });
    return { event };
  }

  /** The folder comes into being under another name: half of it is never taken for an event. */
  private async place(event: string, backup: GoodBackup): Promise<void> {
    const { disk, dataFolder } = this.around;
    const events = eventsFolder(dataFolder);
    const coming = join(events, `.coming-${event}`);
    await disk.makeFolder(coming);
    await swapFiles(disk, coming, await filesOfItsOwn(backup.files));
    await disk.rename(coming, eventFolder(dataFolder, event));
    await disk.syncFolder(events);
  }

  private async refuse(event: string, backup: GoodBackup): Promise<never> {
    const { disk, dataFolder } = this.around;
    const path = join(eventFolder(dataFolder, event), JOURNAL_FILE);
    const ours = (await readIfThere(disk, path)) ?? Buffer.alloc(0);
    const theirs = backup.files.get(JOURNAL_FILE) ?? Buffer.alloc(0);
    const key = await readIfThere(disk, join(eventFolder(dataFolder, event), KEY_FILE));
    const seal = sealAfter(backup.files.get(KEY_FILE) ?? null, key);
    throw hereAlready(relationOf(theirs, ours), { id: event, seal });
  }

  private async newest(event: string) {
    const { disk, keeper, clock } = this.around;
    const folder = await this.folder(event);
    const state = await this.stateOf(event);
    const now = state ? { seq: state.seq, about: await aboutOf(state) } : {};
    return keeper.quiet(event, () =>
      packEvent(disk, folder, { why: 'asked', at: clock.now(), event, ...now }),
    );
  }

  private async folder(event: string): Promise<string> {
    const { shelf, dataFolder } = this.around;
    if (!(await shelf.ids()).includes(event)) throw failure('event.unknown', { id: event });
    return eventFolder(dataFolder, event);
  }

  /** Null where the event cannot be opened: its files alone are looked at then. */
  private async stateOf(event: string): Promise<EventState | null> {
    const desk = await this.around.shelf.open(event).catch(() => null);
    return desk?.state ?? null;
  }
}

function asFile(name: string, bytes: Buffer): AnswerOf<'backups.read'> {
  if (bytes.length > LARGEST_READ) throw failure('backup.tooLarge');
  return { name, mime: 'application/octet-stream', bytes: bytes.toString('base64') };
}

/** What restoring a backup would do to the event's passphrase: the words for it are in `start.json`. */
type SealAfter = 'none' | 'stays' | 'unseals' | 'seals' | 'other';

function sealAfter(theirs: Buffer | null, ours: Buffer | null): SealAfter {
  if (theirs === null) return ours === null ? 'none' : 'unseals';
  if (ours === null) return 'seals';
  return theirs.equals(ours) ? 'stays' : 'other';
}

function hereAlready(relation: Relation, told: { id: string; seal: SealAfter }) {
  switch (relation) {
    case 'same':
      return failure('backup.hereSame', told);
    case 'older':
      return failure('backup.hereOlder', told);
    case 'newer':
      return failure('backup.hereNewer', told);
    case 'apart':
      return failure('backup.hereApart', told);
  }
}

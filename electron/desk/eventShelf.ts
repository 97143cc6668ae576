import { rm } from 'node:fs/promises';
import type { DeskError, Notice } from '../../shared/contract';
import type { Commit } from '../../shared/facts/commit';
import type { FactBody } from '../../shared/facts/fact';
import { eventFolder, isEventId, listEventIds } from '../store/dataFolder';
import type { EventState } from '../../shared/model/state';
import { makeBackup } from '../store/backups';
import type { Disk } from '../store/disk';
import type { Seal } from '../store/seal';
import type { Clock } from './clock';
import { EventDesk } from './eventDesk';
import { asDeskError, failure } from './failure';
import type { Identity } from './identity';
import { finishErasing, isBeingErased } from './erasing';
import { openStore } from './openStore';
import type { Lots } from './beginning';
import type { Expected, OpenStore, StoreHooks } from './openStore';
import { noticeOf } from './notice';

/** What goes on beside the files of the events. */
export interface ShelfHooks {
  /** The seal of an event's files, null when they are open; rejects until its passphrase has been given. */
  sealOf(id: string): Promise<Seal | null>;
  /** An event's database was written; `closing` when it is the last one. Never rejects. */
  snapshotWritten(id: string, state: EventState, closing: boolean): Promise<void>;
  /** Runs work on an event's files when nothing else reads them. */
  quiet<T>(id: string, work: () => Promise<T>): Promise<T>;
}

interface Surroundings {
  disk: Disk;
  dataFolder: string;
  desk: string;
  clock: Clock;
  identity: Identity;
  hooks: ShelfHooks;
  log(line: string): void;
  /** Hears the newest state of each open event, and null while its files are closed. */
  watch?: (id: string, state: EventState | null) => void;
}

/** An event that cannot be saved, and why. */
export interface Unsaved {
  id: string;
  name: string;
  failure: DeskError;
}

/** The events of one data folder; each is opened when first asked for and stays open. */
export class EventShelf {
  private readonly told = new Map<string, Notice>();
  private readonly opened = new Map<string, Promise<EventDesk>>();
  private closed = false;

  constructor(private readonly around: Surroundings) {}

  /** What a person should be told about events' files; of each event the latest. */
  get notices(): Notice[] {
    return [...this.told.values()];
  }

  notice(notice: Notice): void {
    this.told.set(notice.event, notice);
  }

  /** What was mended on opening is told to whoever works without a screen as well. */
  private recovered(notice: Notice): void {
    this.notice(notice);
    const says = notice.says.map(({ message }) => message).join(' ');
    this.around.log(`event ${notice.event}: ${says}`);
  }

  /** Ids of all events, oldest first. */
  async ids(): Promise<string[]> {
    return listEventIds(this.around.disk, this.around.dataFolder);
  }

  /** Rejects with a DeskError `event.unknown`, or with the store's reason. */
  open(id: string): Promise<EventDesk> {
    const open = this.opened.get(id);
    if (open) return open;
    const opening = this.openExisting(id);
    this.keep(id, opening);
    return opening;
  }

  /** Begins an event with its first facts. */
  async begin(id: string, kind: string, facts: readonly FactBody[]): Promise<EventDesk> {
    return this.make(id, (desk) => desk.begin(kind, facts));
  }

  /** Takes over an event from the commits of another desk. Rejects with `event.exists` if it is here already. */
  async receive(id: string, commits: readonly Commit[]): Promise<EventDesk> {
    if (!isEventId(id)) throw failure('event.badId', { id });
    if ((await this.ids()).includes(id)) throw failure('event.exists', { id });
    return this.make(id, async (desk) => {
      for (const commit of commits) await desk.receive(commit);
    });
  }

  /**
   * With an event's files closed, lets `work` change them; `before` is the state they held, null when they could
   * not be opened. Whoever has the event on the screen sees what the files hold afterwards.
   */
  async rework<T>(
    id: string,
    work: (folder: string, before: EventState | null) => Promise<T>,
  ): Promise<T> {
    if (!(await this.ids()).includes(id)) throw failure('event.unknown', { id });
    const folder = eventFolder(this.around.dataFolder, id);
    const quietly = (before: EventState | null) =>
      this.around.hooks.quiet(id, () => work(folder, before));
    const desk = await this.open(id).catch(() => null);
    if (!desk) return this.reworkClosed(id, () => quietly(null));
    try {
      return await desk.rework(quietly);
    } catch (error) {
      if (desk.gone) this.opened.delete(id);
      throw asDeskError(error);
    }
  }

  /** Nobody opens the event until its files are as they are to be. */
  private async reworkClosed<T>(id: string, work: () => Promise<T>): Promise<T> {
    const working = work();
    const held = working.then(
      () => this.openFolder(id),
      () => this.openFolder(id),
    );
    this.keep(id, held);
    try {
      return await working;
    } catch (error) {
      throw asDeskError(error);
    }
  }

  /** The seal of an event's files, null when they are open. */
  sealOf(id: string): Promise<Seal | null> {
    return this.around.hooks.sealOf(id);
  }

  /** What a new event draws by lot. */
  lots(): Lots {
    const { identity, clock } = this.around;
    return {
      newId: () => identity.newId(clock.now()),
      newTag: () => identity.newTag(),
      newCode: (tag) => identity.newCode(tag),
    };
  }

  /** Tries to save everything that is open; answers what could not be. Never rejects. */
  async saveAll(): Promise<Unsaved[]> {
    const unsaved: Unsaved[] = [];
    for (const [id, opening] of this.opened) {
      const desk = await opening.catch(() => null);
      if (!desk || desk.gone) continue;
      await desk.save().catch((error: unknown) => {
        unsaved.push({ id, name: desk.state.event.name, failure: asDeskError(error) });
      });
    }
    return unsaved;
  }

  /** Saves and closes every event for good. Rejects with the first reason, after all have been tried. */
  async close(): Promise<void> {
    this.closed = true;
    const open = [...this.opened.values()];
    this.opened.clear();
    const closings = await Promise.allSettled(
      open.map(async (opening) => {
        const desk = await opening.catch(() => null);
        await desk?.close();
      }),
    );
    const failed = closings.find((closing) => closing.status === 'rejected');
    if (failed) throw asDeskError(failed.reason);
  }

  private keep(id: string, opening: Promise<EventDesk>): void {
    this.opened.set(id, opening);
    opening.catch(() => this.opened.delete(id));
  }

  private async make(id: string, fill: (desk: EventDesk) => Promise<void>): Promise<EventDesk> {
    const making = this.openFolder(id, true);
    this.keep(id, making);
    const desk = await making;
    try {
      await fill(desk);
    } catch (error) {
      this.opened.delete(id);
      await desk.close().catch((other: unknown) => this.warn(id, asDeskError(other)));
      await rm(eventFolder(this.around.dataFolder, id), { recursive: true, force: true });
      throw asDeskError(error);
    }
    return desk;
  }

  private async openExisting(id: string): Promise<EventDesk> {
    if (!isEventId(id) || !(await this.ids()).includes(id)) throw failure('event.unknown', { id });
    return this.openFolder(id);
  }

  private async openFolder(id: string, mayBegin = false): Promise<EventDesk> {
    // Whoever still asks must not open the files a second time while they are being closed.
    if (this.closed) throw failure('store.closed');
    try {
      const store = await this.openFiles(id, mayBegin);
      const { clock, identity, desk, watch } = this.around;
      const opened = new EventDesk({
        store,
        reopen: () => this.openFiles(id),
        clock,
        identity,
        desk,
      });
      if (watch) {
        watch(id, opened.state);
        opened.listen(
          (_commit, state) => watch(id, state),
          (state) => watch(id, state),
        );
      }
      return opened;
    } catch (error) {
      throw asDeskError(error);
    }
  }

  private async openFiles(id: string, mayBegin = false): Promise<OpenStore> {
    const { disk, dataFolder, clock, hooks } = this.around;
    const folder = eventFolder(dataFolder, id);
    const seal = await hooks.sealOf(id);
    const expected = { id, mayBegin };
    let store = await this.openFolderFiles(expected, folder, seal);
    if (await isBeingErased(disk, folder)) {
      await store.close();
      // Where there is no room for it now, the next opening tries again; nothing is added meanwhile.
      await hooks
        .quiet(id, () => finishErasing(disk, folder, seal, store.state))
        .catch((error: unknown) => this.warn(id, asDeskError(error)));
      store = await this.openFolderFiles(expected, folder, seal);
    }
    clock.atLeast(store.state.recent.at(-1)?.at ?? 0);
    if (this.told.get(id)?.closed) this.told.delete(id);
    if (store.recovery) this.recovered(noticeOf(id, store.state, store.recovery));
    return store;
  }

  private openFolderFiles(
    expected: Expected,
    folder: string,
    seal: Seal | null,
  ): Promise<OpenStore> {
    const { disk, hooks } = this.around;
    const { id } = expected;
    const beside: StoreHooks = {
      warn: (error) => this.warn(id, asDeskError(error)),
      snapshotWritten: (state, closing) => hooks.snapshotWritten(id, state, closing),
      beforeMigration: async () => {
        await makeBackup(disk, folder, { why: 'migration', at: Date.now(), event: id });
      },
    };
    return openStore(disk, folder, seal, beside, expected);
  }

  private warn(id: string, error: DeskError): void {
    this.around.log(`event ${id}: ${error.code}`);
  }
}

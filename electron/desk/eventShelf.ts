import { rm } from 'node:fs/promises';
import type { DeskError } from '../../shared/contract';
import type { Commit } from '../../shared/facts/commit';
import type { FactBody } from '../../shared/facts/fact';
import { eventFolder, isEventId, listEventIds } from '../store/dataFolder';
import type { Disk } from '../store/disk';
import type { Clock } from './clock';
import { EventDesk } from './eventDesk';
import { asDeskError, failure } from './failure';
import type { Identity } from './identity';
import { openStore } from './openStore';
import type { Lots } from './beginning';

interface Surroundings {
  disk: Disk;
  dataFolder: string;
  desk: string;
  clock: Clock;
  identity: Identity;
  log(line: string): void;
}

/** Something that a person should be told about a file of an event. */
export interface Notice {
  file: string;
  what: string;
}

/** The events of one data folder; each is opened when first asked for and stays open. */
export class EventShelf {
  readonly notices: Notice[] = [];
  private readonly opened = new Map<string, Promise<EventDesk>>();
  private closed = false;

  constructor(private readonly around: Surroundings) {}

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

  /** What a new event draws by lot. */
  lots(): Lots {
    const { identity, clock } = this.around;
    return {
      newId: () => identity.newId(clock.now()),
      newTag: () => identity.newTag(),
      newCode: (tag) => identity.newCode(tag),
    };
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
    const making = this.openFolder(id);
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

  private async openFolder(id: string): Promise<EventDesk> {
    // Whoever still asks must not open the files a second time while they are being closed.
    if (this.closed) throw failure('store.closed');
    const { disk, dataFolder, clock, identity, desk } = this.around;
    try {
      const store = await openStore(disk, eventFolder(dataFolder, id), (error) =>
        this.warn(id, asDeskError(error)),
      );
      clock.atLeast(store.state.recent.at(-1)?.at ?? 0);
      for (const problem of store.problems) {
        this.notices.push({ file: `${id}/${problem.file}`, what: problem.detail });
      }
      return new EventDesk({ store, clock, identity, desk });
    } catch (error) {
      throw asDeskError(error);
    }
  }

  private warn(id: string, error: DeskError): void {
    this.around.log(`event ${id}: ${error.code}`);
  }
}

import { join } from 'node:path';
import { isConfirmed } from '../../shared/erase';
import { makeBackup } from '../store/backups';
import { eventFolder } from '../store/dataFolder';
import type { Disk } from '../store/disk';
import { StoreError } from '../store/storeError';
import { markErasing, scrubFiles, unmarkErasing } from './erasing';
import type { EventDesk } from './eventDesk';
import type { EventShelf } from './eventShelf';
import { failure } from './failure';
import { filesBelow, searchFiles } from './leftovers';
import type { Searched, Wanted } from './leftovers';

interface Surroundings {
  disk: Disk;
  dataFolder: string;
  shelf: EventShelf;
  now(): number;
}

/** What an erasing came to. */
export interface Erased {
  /** How many people have lost their names. */
  people: number;
  /** Files that are gone, by their paths in the event's folder. */
  removed: string[];
  searched: Searched;
}

/**
 * Erases everything personal from an event and from all its files, and leaves the figures. `confirm` is
 * what the person has written. A backup is made first, so that a full disk refuses before anything has
 * happened; from the fact on, a crash is made up for at the next opening. In the end the files are
 * searched for what was erased.
 */
export async function eraseEvent(
  around: Surroundings,
  id: string,
  confirm: string,
): Promise<Erased> {
  const { disk, dataFolder, shelf } = around;
  const desk = await shelf.open(id);
  const { name, erasedAt } = desk.state.event;
  if (!isConfirmed(name, confirm)) throw failure('erase.notConfirmed', { name });
  const folder = eventFolder(dataFolder, id);
  if (erasedAt === null) {
    await backUp(around, folder, id);
    await begin(around, desk, folder);
  }
  const seal = await shelf.sealOf(id);
  const scrubbed = await shelf.rework(id, async (_folder, before) => {
    if (before === null) throw failure('event.unknown', { id });
    return scrubFiles(disk, folder, seal, before);
  });
  const { people, removed, wanted } = scrubbed;
  return { people, removed, searched: await searchAll(around, id, wanted) };
}

/** From here on there is no way back: the intent first, then the fact that ends the history. */
async function begin({ disk }: Surroundings, desk: EventDesk, folder: string): Promise<void> {
  await markErasing(disk, folder);
  try {
    await desk.begin('event.erase', [{ type: 'event.erased' }]);
  } catch (error) {
    await unmarkErasing(disk, folder);
    throw error;
  }
}

/** The event as it is, in case writing fails in a way nobody has thought of; it goes with the others. */
async function backUp({ disk, now }: Surroundings, folder: string, id: string): Promise<void> {
  try {
    await makeBackup(disk, folder, { why: 'erasure', at: now(), event: id });
  } catch (error) {
    // Of files that lost facts to damage no backup can be made; their data have to go all the same.
    if (!(error instanceof StoreError && error.code === 'damaged')) throw error;
  }
}

/** The files of this event and those that belong to none: other events may know the same people. */
async function searchAll(
  { disk, dataFolder }: Surroundings,
  id: string,
  wanted: Wanted,
): Promise<Searched> {
  const own = join('events', id);
  const files = await filesBelow(disk, dataFolder, (path) => {
    const isOther = path.startsWith('events') && path !== 'events' && !path.startsWith(own);
    return !isOther;
  });
  return searchFiles(disk, dataFolder, files, wanted);
}

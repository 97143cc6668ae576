import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Disk } from './disk';
import { StoreError, systemCode } from './storeError';

/** How long to wait before each further try of a rename, in ms: half a second in all. */
export const PATIENCE = [10, 20, 40, 80, 160, 190];

/** What Windows answers while a virus scanner or an indexer holds a file open. */
const HELD = ['EPERM', 'EACCES', 'EBUSY'];

/**
 * A disk that asks again, with a bound, when another program holds a file that is to be replaced. On other
 * systems than Windows such an error stays what it is, and only half a second is lost. Throws StoreError
 * 'denied' at last. `pause` waits so many ms.
 */
export function patient(disk: Disk, pause: (ms: number) => Promise<unknown> = sleep): Disk {
  const rename = async (from: string, to: string): Promise<void> => {
    for (let tried = 0; ; tried++) {
      try {
        return await disk.rename(from, to);
      } catch (error) {
        if (!HELD.includes(systemCode(error) ?? '')) throw error;
        const wait = PATIENCE[tried];
        if (wait === undefined) throw held(to, tried + 1, error);
        await pause(wait);
      }
    }
  };
  return {
    open: (path, content) => disk.open(path, content),
    read: (path) => disk.read(path),
    list: (folder) => disk.list(folder),
    makeFolder: (folder) => disk.makeFolder(folder),
    rename,
    remove: (path) => disk.remove(path),
    syncFolder: (folder) => disk.syncFolder(folder),
  };
}

function held(path: string, tries: number, cause: unknown): StoreError {
  const message = `${path}: the system did not allow ${basename(path)} to be replaced, asked ${tries} times: another program may hold it open (a virus scanner, a backup, an editor), or the rights of the folder are missing`;
  return new StoreError('denied', message, path, cause);
}

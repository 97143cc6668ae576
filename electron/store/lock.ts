import { mkdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lock } from './lockFile';
import { isHeld, newLock, readLockFile, replaceLockFile, takeLockFile } from './lockFile';
import { asStoreError } from './storeError';

/** How the holder of a data folder can be reached; with it a command goes through the running desk. */
export interface LockInfo {
  url?: string;
  token?: string;
}

/** Who holds a data folder; `since` in ms since 1970. */
export interface Holder extends LockInfo {
  pid: number;
  since: number;
}

/** A data folder held by this process. */
export interface HeldLock {
  /** Says anew how this desk can be reached. */
  update(info: LockInfo): Promise<void>;
  /** Gives the folder up; a second call does nothing. */
  release(): Promise<void>;
}

/** Another process, which `holder` names, works on the data folder. */
export class HeldError extends Error {
  readonly holder: Holder;

  constructor(dataFolder: string, holder: Holder) {
    const since = new Date(holder.since).toISOString();
    super(`${dataFolder} is in use by process ${holder.pid} since ${since}`);
    this.name = 'HeldError';
    this.holder = holder;
  }
}

const lockPath = (dataFolder: string) => join(dataFolder, 'desk.lock');

const holderOf = ({ pid, since, url, token }: Lock): Holder => ({ pid, since, url, token });

/**
 * Takes the data folder for this process, or throws HeldError. The file `desk.lock` is readable by its owner
 * alone. A lock left by a process that was killed is taken over at once. `now` in ms since 1970.
 */
export async function acquireLock(
  dataFolder: string,
  info: LockInfo = {},
  now: number = Date.now(),
): Promise<HeldLock> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw asStoreError(error, 'making', dataFolder);
  });
  const path = lockPath(dataFolder);
  let mine = newLock(now, info);
  const other = await takeLockFile(path, mine).catch((error: unknown) => {
    throw asStoreError(error, 'taking', path);
  });
  if (other) throw new HeldError(dataFolder, holderOf(other));
  let released = false;
  return {
    update: async (next) => {
      if (released) return;
      mine = { ...mine, url: next.url, token: next.token };
      await replaceLockFile(path, mine);
    },
    release: async () => {
      if (released) return;
      released = true;
      const found = await readLockFile(path);
      if (found !== null && found !== 'unreadable' && found.id === mine.id) await unlink(path);
    },
  };
}

/** Who works on a data folder now, or null when nobody does. */
export async function readLock(dataFolder: string): Promise<Holder | null> {
  const path = lockPath(dataFolder);
  const lock = await readLockFile(path).catch((error: unknown) => {
    throw asStoreError(error, 'reading', path);
  });
  return lock !== null && lock !== 'unreadable' && isHeld(lock) ? holderOf(lock) : null;
}

import { join } from 'node:path';
import { makeBackup } from './backups';
import type { BackupEntry, BackupWish, GoodBackup } from './backups';
import type { Disk } from './disk';
import { JOURNAL_FILE, SNAPSHOT_FILE, readIfThere } from './eventFiles';
import { KEY_FILE } from './keyFile';
import { StoreError } from './storeError';
import { swapFiles } from './swap';

/** How what was there before can be had again. */
export interface Restored {
  /** The backup that takes the restoring back; null where the files were damaged. */
  before: BackupEntry | null;
  /** Names under which damaged files were kept. */
  aside: string[];
}

/**
 * Puts an event's files back as a backup holds them, in one step; they must be closed. What is there now becomes
 * a backup first, and damaged files, of which none can be made, are kept aside. Throws StoreError when either
 * cannot be done: then nothing has changed.
 */
export async function restoreFiles(
  disk: Disk,
  folder: string,
  { files }: Pick<GoodBackup, 'files'>,
  now: Omit<BackupWish, 'why' | 'seq'>,
): Promise<Restored> {
  const before = await makeBackup(disk, folder, { ...now, why: 'restore' }).catch(
    (error: unknown) => {
      if (error instanceof StoreError && error.code === 'damaged') return null;
      throw error;
    },
  );
  const put = new Map<string, Uint8Array>(files);
  const aside = before ? new Map<string, Buffer>() : await damagedFiles(disk, folder, now.at);
  for (const [name, bytes] of aside) put.set(name, bytes);
  await swapFiles(disk, folder, { put, remove: files.has(KEY_FILE) ? [] : [KEY_FILE] });
  return { before, aside: [...aside.keys()] };
}

async function damagedFiles(disk: Disk, folder: string, at: number): Promise<Map<string, Buffer>> {
  const aside = new Map<string, Buffer>();
  const stamp = new Date(at).toISOString().replace(/[:.]/g, '-');
  for (const file of [SNAPSHOT_FILE, JOURNAL_FILE, KEY_FILE]) {
    const bytes = await readIfThere(disk, join(folder, file));
    if (bytes) aside.set(file.replace('.', `.damaged-${stamp}.`), bytes);
  }
  return aside;
}

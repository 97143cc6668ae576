import { join } from 'node:path';
import { BACKUP_FOLDER, BACKUP_ENDING } from './backupName';
import { makeBackup, removeBackups } from './backups';
import type { BackupWish } from './backups';
import type { Disk } from './disk';
import { isDamagedName, readIfThere } from './eventFiles';
import type { StateFormat } from './durableFile';
import type { CommitFrom, Numbered } from './journalLine';
import { KEY_FILE } from './keyFile';
import { rewriteEvent } from './rewrite';
import type { Seal } from './seal';
import { asStoreError, systemCode } from './storeError';
import type { Content } from './swap';

/** There from the moment files are under another seal until nothing under the old one is left beside them. */
export const RESEALING_FILE = 'resealing.json';

/** An event's files, under one seal and to be under another. */
export interface Resealing<S, C extends Numbered> extends StateFormat<S> {
  disk: Disk;
  folder: string;
  commitFrom: CommitFrom<C>;
  from: Seal | null;
  to: Seal | null;
  /** The key file that belongs to `to`; null where there is to be none. */
  keyFile: Buffer | null;
  snapshot: { seq: number; state: S };
}

/** Puts journal and database under another seal, in one step; they must be closed. See `clearAfterResealing`. */
export async function resealFiles<S, C extends Numbered>(files: Resealing<S, C>): Promise<void> {
  const { keyFile, ...rewrite } = files;
  const put = new Map<string, Content>([
    [RESEALING_FILE, ['{"format":"nuija-resealing","version":1}\n']],
  ]);
  if (keyFile) put.set(KEY_FILE, keyFile);
  await rewriteEvent({ ...rewrite, put, remove: keyFile ? [] : [KEY_FILE] });
}

/** What went. */
export interface Cleared {
  /** How many backups and damaged files that had been kept aside. */
  removed: number;
  /** Whether a backup of the files as they are now was made and read back. */
  backup: boolean;
}

/**
 * After the files have been opened under their new seal: makes a backup of them, and when that was read back,
 * removes all older backups and damaged files kept aside, for they are open or under the old passphrase. After
 * a crash it is begun again. Does nothing where nothing is left to do.
 */
export async function clearAfterResealing(
  disk: Disk,
  folder: string,
  wish: Omit<BackupWish, 'why'>,
): Promise<Cleared> {
  if ((await readIfThere(disk, join(folder, RESEALING_FILE))) === null) {
    return { removed: 0, backup: false };
  }
  const older = await namesIn(disk, join(folder, BACKUP_FOLDER));
  const { name } = await makeBackup(disk, folder, { ...wish, why: 'passphrase' });
  await removeBackups(disk, folder, name);
  const aside = (await namesIn(disk, folder)).filter(isDamagedName);
  try {
    for (const one of aside) await disk.remove(join(folder, one));
    await disk.syncFolder(folder);
    await disk.remove(join(folder, RESEALING_FILE));
    await disk.syncFolder(folder);
  } catch (error) {
    throw asStoreError(error, 'clearing', folder);
  }
  const backups = older.filter((one) => one.endsWith(BACKUP_ENDING) && one !== name);
  return { removed: backups.length + aside.length, backup: true };
}

async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  try {
    return await disk.list(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw asStoreError(error, 'reading', folder);
  }
}

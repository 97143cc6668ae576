import { posix, join } from 'node:path';
import type { Backup, BackupSource, Drive } from '../../shared/model/backup';
import { BackupError } from '../store/backupError';
import { BACKUP_ENDING } from '../store/backupName';
import { openBackup, readEntry, writeVerified } from '../store/backups';
import type { GoodBackup, Peek } from '../store/backups';
import type { Disk } from '../store/disk';
import type { Drive as Plugged } from '../store/removable';
import { StoreError, systemCode } from '../store/storeError';
import { failure } from './failure';

/** Folder on a stick that backups go into; they are found there and beside it. */
const FOLDER = 'Nuija';

/** So many backups of a stick are looked at, and so large a file is read. */
const MOST_LISTED = 200;
const LARGEST = 1024 ** 3;

/** Where backups outside the data folder are written to and read from. */
export interface StickWorld {
  disk: Disk;
  peek: Peek;
  /** The drives that are plugged in. */
  drives(): Promise<Plugged[]>;
}

/** The drives with the backups on them; `here` tells which events this desk has. */
export async function listSticks(
  { disk, peek, drives }: StickWorld,
  here: readonly string[],
): Promise<Drive[]> {
  return Promise.all(
    (await drives()).map(async (drive) => ({
      ...drive,
      backups: await backupsOn(disk, peek, drive.path, here),
    })),
  );
}

/** Writes a backup to a plugged-in drive and reads it back from there. Answers the file's path. */
export async function copyToStick(
  { disk, drives }: StickWorld,
  drive: string,
  backup: { name: string; label: string; bytes: Buffer },
): Promise<string> {
  const found = (await drives()).find((one) => one.path === drive);
  if (!found) throw failure('backup.stickGone');
  const path = join(drive, FOLDER, `${fileLabel(backup.label)}${backup.name}`);
  try {
    await disk.makeFolder(join(drive, FOLDER));
    await writeVerified(forgiving(disk), path, backup.bytes);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'disk-full') {
      throw failure('backup.stickFull', { drive: found.name });
    }
    const what = error instanceof Error ? error.message : String(error);
    throw failure('backup.stickFailed', { drive: found.name, what });
  }
  return path;
}

/** Reads a backup from outside and checks all of it; with `event` given, that it is of that one. */
export async function readSource(
  { disk, peek, drives }: StickWorld,
  source: BackupSource,
  event?: string,
): Promise<GoodBackup> {
  if ('bytes' in source) return openBackup(Buffer.from(source.bytes, 'base64'), '', event);
  const { drive, file } = source;
  const plugged = (await drives()).some((one) => one.path === drive);
  if (!plugged) throw failure('backup.stickGone');
  if (!isBackupFile(file)) throw new BackupError('missing', `there is no backup ${file}`);
  const path = join(drive, file);
  try {
    const { size } = await peek(path, 1);
    if (size > LARGEST) throw new BackupError('damaged', `${file} is larger than any backup`);
    return await openBackup(await disk.read(path), file, event);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    throw new BackupError('missing', `${file} cannot be read`);
  }
}

async function backupsOn(
  disk: Disk,
  peek: Peek,
  drive: string,
  here: readonly string[],
): Promise<Drive['backups']> {
  const files = [
    ...(await namesIn(disk, drive)),
    ...(await namesIn(disk, join(drive, FOLDER))).map((name) => posix.join(FOLDER, name)),
  ].filter(isBackupFile);
  const found: Drive['backups'] = [];
  for (const file of files.toSorted().slice(-MOST_LISTED)) {
    const told = await readEntry(join(drive, file), peek).catch(() => null);
    const { event = null, at, why, seq } = told ?? {};
    if (!told || event === null || at === undefined || !why || seq === undefined) continue;
    found.push({ ...told, name: file, at, why, seq, event, here: here.includes(event) });
  }
  return found.toSorted((a, b) => b.at - a.at || b.seq - a.seq);
}

/** A file name as it stands in a stick's root or in our folder there; systems hide their own behind a dot. */
function isBackupFile(file: string): boolean {
  return file.endsWith(BACKUP_ENDING) && /^(?:Nuija\/)?[^./\\][^/\\]*$/.test(file);
}

async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  // A stick without our folder, or one that is being pulled out, has nothing to offer.
  return disk.list(folder).catch(() => []);
}

/** Some file systems of sticks cannot sync a folder; the file itself is synced and read back all the same. */
function forgiving(disk: Disk): Disk {
  return {
    ...disk,
    syncFolder: async (folder) => {
      try {
        await disk.syncFolder(folder);
      } catch (error) {
        if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(systemCode(error) ?? '')) throw error;
      }
    },
  };
}

/** The event's name in front of the file's, in letters that every file system takes. */
function fileLabel(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w -]/g, '');
  const label = plain.trim().replace(/\s+/g, '-').slice(0, 40);
  return label ? `${label}-` : '';
}

/** What of a backup made just now a screen is told. */
export function shown({
  name,
  head,
  size,
}: {
  name: string;
  head: GoodBackup['head'];
  size: number;
}) {
  const { at, why, seq, sealed, about } = head;
  return { name, at, why, seq, size, sealed, about: about ?? null, flaw: null } satisfies Backup;
}

import { join } from 'node:path';
import { BackupError } from './backupError';
import { checkBackup, packBackup, unpackBackup, writeDurably } from './backupFile';
import type { EventFiles } from './backupFile';
import type { BackupAbout, BackupFlaw, BackupHead, PartFile } from './backupHead';
import { LONGEST_HEAD, backupSize, readBackupHead } from './backupHead';
import { BACKUP_ENDING, BACKUP_FOLDER, backupName, readBackupName } from './backupName';
import type { BackupReason } from '../../shared/model/backup';
import type { NamedBackup } from './backupName';
import { backupsToDrop, newestFirst } from './backupPolicy';
import { NewerFiles, soundJournal, soundSnapshot } from './backupSound';
import type { Disk } from './disk';
import { JOURNAL_FILE, SNAPSHOT_FILE, readIfThere } from './eventFiles';
import { KEY_FILE } from './keyFile';
import { StoreError, asStoreError, systemCode } from './storeError';

/** The beginning of a file and its whole length in bytes. */
export type Peek = (path: string, length: number) => Promise<{ start: Buffer; size: number }>;

/** A backup as a list shows it; of one that cannot be read, the name alone tells, and `flaw` why. */
export interface BackupEntry extends NamedBackup {
  /** Bytes. */
  size: number;
  event: string | null;
  sealed: boolean;
  about: BackupAbout | null;
  flaw: BackupFlaw | 'other-event' | null;
}

export interface BackupWish {
  why: BackupReason;
  /** ms since 1970. */
  at: number;
  /** The event's id. */
  event: string;
  /** Number of the last fact that is durable: the journal is cut there. Without it, all whole lines count. */
  seq?: number;
  /** What a list may tell of it; left out of the backup where the event has a passphrase. */
  about?: BackupAbout;
}

/** A backup that is whole, with the bytes of the event's files. */
export interface GoodBackup {
  name: string;
  head: BackupHead;
  seq: number;
  at: number;
  files: EventFiles;
}

/**
 * Packs an event's files as they lie there now. They may be in use: the journal only grows, and the database is
 * only replaced as a whole. Throws StoreError 'damaged' when they are not whole themselves.
 */
export async function packEvent(
  disk: Disk,
  folder: string,
  { why, at, event, seq, about }: BackupWish,
): Promise<{ head: BackupHead; bytes: Buffer }> {
  // The database first: whatever is in it then is in the journal by the time that is read.
  const snapshot = await needed(disk, join(folder, SNAPSHOT_FILE));
  const key = await readIfThere(disk, join(folder, KEY_FILE));
  const journal = await needed(disk, join(folder, JOURNAL_FILE));
  try {
    const held = await soundSnapshot(snapshot);
    const end = await soundJournal(journal, seq === undefined ? Infinity : Math.max(seq, held));
    if (end.seq < held) throw new Error(`the journal ends with ${end.seq}, the database ${held}`);
    const files = new Map<PartFile, Buffer>([
      [SNAPSHOT_FILE, snapshot],
      [JOURNAL_FILE, journal.subarray(0, end.length)],
    ]);
    if (key) files.set(KEY_FILE, key);
    const told = about && !key ? { about } : {};
    return await packBackup({ event, seq: end.seq, at, why, ...told }, files);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const code = error instanceof NewerFiles ? 'newer' : 'damaged';
    throw new StoreError(code, `${folder}: ${reason}`, folder, error);
  }
}

/**
 * Makes a backup of an event, reads it back, and only when all of it is found whole lets older ones go that the
 * policy no longer keeps. Throws StoreError; then nothing is left of it and no other was touched.
 */
export async function makeBackup(
  disk: Disk,
  folder: string,
  wish: BackupWish,
): Promise<BackupEntry> {
  const { head, bytes } = await packEvent(disk, folder, wish);
  const backups = join(folder, BACKUP_FOLDER);
  const name = backupName(head);
  try {
    await disk.makeFolder(backups);
    // The folder's own name has to survive too.
    await disk.syncFolder(folder);
  } catch (error) {
    throw asStoreError(error, 'saving', backups);
  }
  await writeVerified(disk, join(backups, name), bytes);
  await dropOld(disk, folder, name);
  return { name, ...entryOf(head, bytes.length) };
}

/** Writes a backup and reads it back; one that is not what was written is removed. Throws StoreError. */
export async function writeVerified(disk: Disk, path: string, bytes: Buffer): Promise<void> {
  await writeDurably(disk, path, bytes);
  try {
    const kept = await disk.read(path);
    if (!kept.equals(bytes)) throw new BackupError('damaged', 'other bytes came back');
    await checkBackup(kept);
  } catch (error) {
    await disk.remove(path).catch(() => undefined);
    if (!(error instanceof BackupError)) throw asStoreError(error, 'reading back', path);
    throw new StoreError('io', `${path} was not kept as written: ${error.message}`, path, error);
  }
}

/** The backups of an event by their names, the newest first. */
export async function namedBackups(disk: Disk, folder: string): Promise<NamedBackup[]> {
  const named = (await namesIn(disk, folder)).map(readBackupName);
  return newestFirst(named.filter((one) => one !== null));
}

/** The backups of an event with what their heads tell, the newest first. */
export async function listBackups(
  disk: Disk,
  folder: string,
  event: string,
  peek: Peek,
): Promise<BackupEntry[]> {
  const list: BackupEntry[] = [];
  for (const named of await namedBackups(disk, folder)) {
    const told = await readEntry(join(folder, BACKUP_FOLDER, named.name), peek);
    const own = !told.flaw && told.event !== event ? { flaw: 'other-event' as const } : {};
    list.push({ ...named, ...told, ...own });
  }
  return list;
}

/** What a backup's head tells, wherever it lies. Throws StoreError when it cannot be read. */
export async function readEntry(
  path: string,
  peek: Peek,
): Promise<Omit<BackupEntry, keyof NamedBackup> & Partial<NamedBackup>> {
  try {
    const { start, size } = await peek(path, LONGEST_HEAD);
    const reading = readBackupHead(start);
    const unknown = { size, event: null, sealed: false, about: null };
    if (!reading.ok) return { ...unknown, flaw: reading.flaw };
    if (backupSize(reading.head, reading.length) !== size) return { ...unknown, flaw: 'damaged' };
    return entryOf(reading.head, size);
  } catch (error) {
    throw asStoreError(error, 'reading', path);
  }
}

/** Reads one of an event's backups and checks all of it. Throws BackupError or StoreError; changes nothing. */
export async function readBackup(
  disk: Disk,
  folder: string,
  name: string,
  event: string,
): Promise<GoodBackup> {
  if (!readBackupName(name)) throw new BackupError('missing', `there is no backup ${name}`);
  const bytes = await readIfThere(disk, join(folder, BACKUP_FOLDER, name));
  if (!bytes) throw new BackupError('missing', `there is no backup ${name}`);
  return openBackup(bytes, name, event);
}

/** Takes a backup apart and checks all of it; with `event` given, that it is that event's. */
export async function openBackup(bytes: Buffer, name: string, event?: string): Promise<GoodBackup> {
  const { head, files } = await unpackBackup(bytes);
  if (event !== undefined && head.event !== event) {
    throw new BackupError('other-event', `it is of event ${head.event}, not of ${event}`);
  }
  return { name, head, seq: head.seq, at: head.at, files };
}

/**
 * The newest backup that is whole, or null: for an event whose own files are damaged. One that cannot be read,
 * is damaged, of another event or of a newer version is passed over and left alone.
 */
export async function newestGoodBackup(
  disk: Disk,
  folder: string,
  event: string,
): Promise<GoodBackup | null> {
  for (const { name } of await namedBackups(disk, folder)) {
    try {
      return await readBackup(disk, folder, name, event);
    } catch (error) {
      if (!(error instanceof BackupError || error instanceof StoreError)) throw error;
    }
  }
  return null;
}

/** Removes all backups of an event but the named one: what was erased must not live on in them. */
export async function removeBackups(disk: Disk, folder: string, but: string | null): Promise<void> {
  const path = join(folder, BACKUP_FOLDER);
  try {
    for (const name of await namesIn(disk, folder)) {
      const ours = name.endsWith(BACKUP_ENDING) || name.endsWith('.tmp');
      if (ours && name !== but) await disk.remove(join(path, name));
    }
    await disk.syncFolder(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw asStoreError(error, 'erasing', path);
  }
}

async function dropOld(disk: Disk, folder: string, good: string): Promise<void> {
  const path = join(folder, BACKUP_FOLDER);
  const names = await namesIn(disk, folder);
  const unfinished = names.filter((name) => name.endsWith('.tmp'));
  const old = backupsToDrop(
    names.map(readBackupName).filter((one) => one !== null),
    good,
  );
  for (const name of [...unfinished, ...old]) {
    // One that cannot go now goes with the next backup.
    await disk.remove(join(path, name)).catch(() => undefined);
  }
}

function entryOf({ event, sealed, about, seq, at, why }: BackupHead, size: number) {
  return { event, sealed, about: about ?? null, seq, at, why, size, flaw: null };
}

async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  const path = join(folder, BACKUP_FOLDER);
  try {
    return await disk.list(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw asStoreError(error, 'reading', path);
  }
}

async function needed(disk: Disk, path: string): Promise<Buffer> {
  const bytes = await readIfThere(disk, path);
  if (bytes) return bytes;
  throw new StoreError('damaged', `${path} is missing`, path);
}

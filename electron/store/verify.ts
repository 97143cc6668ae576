import { join } from 'node:path';
import { BackupError } from './backupError';
import { BACKUP_FOLDER } from './backupName';
import { namedBackups, readBackup } from './backups';
import type { Disk } from './disk';
import { eventFolder, listEventIds } from './dataFolder';
import { JOURNAL_FILE, SNAPSHOT_FILE, readIfThere } from './eventFiles';
import { JOURNAL_VERSION } from './journalLine';
import { scanJournal } from './journalScan';
import { KEY_FILE } from './keyFile';
import { nodeDisk } from './nodeDisk';
import type { FileProblem } from './problem';
import { readSnapshot } from './snapshot';
import type { SnapshotReading } from './snapshot';
import { StoreError } from './storeError';
import { SWAP_FILE } from './swap';
import { verifySeal } from './verifySeal';

/**
 * What was found in one event's files. `seq` is the last fact's number, `facts` how many could be read, `lost`
 * how many an earlier repair has noted as gone for good.
 */
export interface EventReport {
  id: string;
  seq: number;
  facts: number;
  lost: number;
  /** Of an event with a passphrase: whether what is sealed was looked at, or only its checksums. */
  sealed?: 'read' | 'unread';
  problems: FileProblem[];
}

export interface FolderReport {
  ok: boolean;
  events: EventReport[];
  /** Of files that belong to no event. */
  problems: FileProblem[];
}

/**
 * Checks every file of a data folder. Changes nothing, and needs neither lock nor passphrase; but what is sealed
 * is looked at only where `passphrase` opens it.
 */
export async function verifyFolder(
  dataFolder: string,
  disk: Disk = nodeDisk,
  passphrase?: string,
): Promise<FolderReport> {
  const events: EventReport[] = [];
  for (const id of await listEventIds(disk, dataFolder)) {
    events.push(await verifyEvent(disk, eventFolder(dataFolder, id), id, passphrase));
  }
  const problems = await verifyJson(disk, dataFolder, 'pairing.json');
  const sound = events.every((event) => event.problems.length === 0);
  return { ok: sound && problems.length === 0, events, problems };
}

async function verifyEvent(
  disk: Disk,
  folder: string,
  id: string,
  passphrase: string | undefined,
): Promise<EventReport> {
  const problems: FileProblem[] = [];
  // The snapshot first: a desk at work may add to the journal in between, never take away.
  const snapshot = await readOr(disk, folder, SNAPSHOT_FILE, problems);
  const bytes = await readOr(disk, folder, JOURNAL_FILE, problems);
  const reading = snapshot && readSnapshot(snapshot);
  if (reading && !reading.ok) {
    problems.push({ file: SNAPSHOT_FILE, what: reading.what, detail: reading.detail });
  }
  const { lost, ...found } = bytes
    ? verifyJournal(bytes, reading, problems)
    : { seq: 0, facts: 0, lost: 0 };
  const keyFile = await readOr(disk, folder, KEY_FILE, problems, 'mayMiss');
  const seal = await verifySeal(id, { database: snapshot, journal: bytes, keyFile }, passphrase);
  problems.push(...seal.problems);
  if ((await readOr(disk, folder, SWAP_FILE, problems, 'mayMiss')) !== null) {
    const detail = 'files were being replaced when Nuija was cut off; the next opening finishes it';
    problems.push({ file: SWAP_FILE, what: 'unfinished', detail });
  }
  problems.push(...(await verifyBackups(disk, folder, id)));
  return { id, ...found, lost, ...(seal.sealed && { sealed: seal.sealed }), problems };
}

function verifyJournal(
  bytes: Buffer,
  reading: SnapshotReading | null,
  problems: FileProblem[],
): { seq: number; facts: number; lost: number } {
  const scan = scanJournal(bytes, { file: JOURNAL_FILE, after: 0, commitFrom: null });
  const found = (file: string, what: FileProblem['what'], detail: string, line?: number) =>
    problems.push({ file, what, detail, ...(line !== undefined && { line }) });
  problems.push(...scan.problems);
  if (scan.torn) {
    const detail = `${bytes.length - scan.length} bytes of a commit that was never finished`;
    found(JOURNAL_FILE, 'torn-tail', detail, scan.lines + 1);
  }
  if (scan.version > JOURNAL_VERSION) {
    const detail = `version ${scan.version} of the format, this Nuija reads ${JOURNAL_VERSION}`;
    found(JOURNAL_FILE, 'newer', detail, 1);
  }
  if (reading?.ok && scan.problems.length === 0) {
    if (reading.seq > scan.last) {
      const detail = `the journal ends with fact ${scan.last}, the snapshot holds ${reading.seq}`;
      found(JOURNAL_FILE, 'behind', detail);
    }
    if (reading.history !== scan.history) {
      found(SNAPSHOT_FILE, 'history', 'the database is of another history than the journal');
    }
  }
  const lost = scan.lost.reduce((sum, hole) => sum + hole.to - hole.from + 1, 0);
  return { seq: scan.last, facts: scan.facts, lost };
}

async function verifyBackups(disk: Disk, folder: string, id: string): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  const names = await namedBackups(disk, folder).catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
    problems.push({ file: BACKUP_FOLDER, what: 'io', detail: error.message });
    return [];
  });
  for (const { name } of names) {
    const file = `${BACKUP_FOLDER}/${name}`;
    try {
      await readBackup(disk, folder, name, id);
    } catch (error) {
      if (error instanceof BackupError) {
        const what = error.refusal === 'newer' ? 'newer' : 'unreadable';
        problems.push({ file, what, detail: error.message });
      } else if (error instanceof StoreError) {
        problems.push({ file, what: 'io', detail: error.message });
      } else throw error;
    }
  }
  return problems;
}

/** A file that may be missing, but that is JSON where it is there. */
async function verifyJson(disk: Disk, folder: string, file: string): Promise<FileProblem[]> {
  try {
    const bytes = await readIfThere(disk, join(folder, file));
    if (bytes) JSON.parse(bytes.toString('utf8'));
    return [];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ file, what: error instanceof StoreError ? 'io' : 'not-json', detail }];
  }
}

async function readOr(
  disk: Disk,
  folder: string,
  file: string,
  problems: FileProblem[],
  mayMiss?: 'mayMiss',
): Promise<Buffer | null> {
  try {
    const bytes = await readIfThere(disk, join(folder, file));
    if (bytes === null && !mayMiss)
      problems.push({ file, what: 'missing', detail: 'there is no such file' });
    return bytes;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    problems.push({ file, what: 'io', detail: error.message });
    return null;
  }
}

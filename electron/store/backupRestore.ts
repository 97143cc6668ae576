import { join } from 'node:path';
import type { EventFiles } from './backupFile';
import { checksumOf } from './backupSound';
import { makeBackup } from './backups';
import type { BackupEntry, BackupWish } from './backups';
import type { Disk } from './disk';
import { JOURNAL_FILE, SNAPSHOT_FILE, damagedName, readIfThere } from './eventFiles';
import { journalHead, lineNumbers, parseLine } from './journalLine';
import { KEY_FILE } from './keyFile';
import { newHistory } from './history';
import { StoreError } from './storeError';
import { finishSwap, swapFiles } from './swap';

const NOTHING = Buffer.alloc(0);

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
  files: EventFiles,
  now: Omit<BackupWish, 'why' | 'seq'>,
): Promise<Restored> {
  // What a crash has interrupted comes first; where its list is damaged, the restoring replaces it.
  await finishSwap(disk, folder).catch(damagedOnly);
  const before = await makeBackup(disk, folder, { ...now, why: 'restore' }).catch(damagedOnly);
  const aside = before ? new Map<string, Buffer>() : await damagedFiles(disk, folder, now.at);
  const { put, remove } = await filesOfItsOwn(files);
  for (const [name, bytes] of aside) put.set(name, bytes);
  await swapFiles(disk, folder, { put, remove });
  return { before, aside: [...aside.keys()] };
}

function damagedOnly(error: unknown): null {
  if (error instanceof StoreError && error.code === 'damaged') return null;
  throw error;
}

/**
 * What to put into an event's folder so that it becomes what a backup holds. The files get a new mark of their
 * history: other facts will follow the same numbers, and must never be taken for those that followed before.
 */
export async function filesOfItsOwn(
  files: EventFiles,
): Promise<{ put: Map<string, Uint8Array>; remove: string[] }> {
  const history = newHistory();
  const put = new Map<string, Uint8Array>([
    [JOURNAL_FILE, markedJournal(files.get(JOURNAL_FILE) ?? NOTHING, history)],
    [SNAPSHOT_FILE, await markedSnapshot(files.get(SNAPSHOT_FILE) ?? NOTHING, history)],
  ]);
  const key = files.get(KEY_FILE);
  if (key) put.set(KEY_FILE, key);
  return { put, remove: key ? [] : [KEY_FILE] };
}

/** Under the version it was written in; one of version 1 has no head to mark, and gets one when it is opened. */
function markedJournal(journal: Buffer, history: string): Buffer {
  const headEnd = journal.indexOf('\n') + 1;
  if (headEnd === 0 || lineNumbers(journal, 0).seq !== 0) return journal;
  const head = parseLine(journal, 0, headEnd - 1);
  if (head.what !== 'head') return journal;
  const marked = Buffer.from(journalHead(history, head.version));
  return Buffer.concat([marked, journal.subarray(headEnd)]);
}

const SNAPSHOT_MARK = /^(\{"format":"nuija-db","version":\d+,"history":")[^"]*"/;
const SUM_LENGTH = '00000000"}\n'.length;
const TAIL_LENGTH = ',"crc":"'.length + SUM_LENGTH;

async function markedSnapshot(snapshot: Buffer, history: string): Promise<Buffer> {
  const [found, before = ''] = SNAPSHOT_MARK.exec(snapshot.toString('latin1', 0, 200)) ?? [];
  if (found === undefined) return snapshot;
  const rest = snapshot.subarray(found.length);
  const marked = Buffer.concat([Buffer.from(`${before}${history}"`), rest]);
  const sum = await checksumOf(marked.subarray(0, marked.length - TAIL_LENGTH));
  marked.write(sum, marked.length - SUM_LENGTH);
  return marked;
}

async function damagedFiles(disk: Disk, folder: string, at: number): Promise<Map<string, Buffer>> {
  const aside = new Map<string, Buffer>();
  const taken = await disk.list(folder);
  for (const file of [SNAPSHOT_FILE, JOURNAL_FILE, KEY_FILE]) {
    const bytes = await readIfThere(disk, join(folder, file));
    if (bytes) aside.set(damagedName(file, at, taken), bytes);
  }
  return aside;
}

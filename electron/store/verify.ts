import { join } from 'node:path';
import type { Disk } from './disk';
import { eventFolder, listEventIds } from './dataFolder';
import { JOURNAL_FILE, SNAPSHOT_FILE, readIfThere } from './eventFiles';
import { scanJournal } from './journalScan';
import { nodeDisk } from './nodeDisk';
import type { FileProblem } from './problem';
import { readSnapshot } from './snapshot';
import { StoreError } from './storeError';

/** What was found in one event's files. `seq` is the last fact's number, `facts` how many could be read. */
export interface EventReport {
  id: string;
  seq: number;
  facts: number;
  problems: FileProblem[];
}

export interface FolderReport {
  ok: boolean;
  events: EventReport[];
}

/** Checks every file of every event in a data folder. Changes nothing, and needs no lock. */
export async function verifyFolder(
  dataFolder: string,
  disk: Disk = nodeDisk,
): Promise<FolderReport> {
  const events: EventReport[] = [];
  for (const id of await listEventIds(disk, dataFolder)) {
    events.push(await verifyEvent(disk, dataFolder, id));
  }
  return { ok: events.every((event) => event.problems.length === 0), events };
}

async function verifyEvent(disk: Disk, dataFolder: string, id: string): Promise<EventReport> {
  const folder = eventFolder(dataFolder, id);
  const problems: FileProblem[] = [];
  // The snapshot first: a desk at work may add to the journal in between, never take away.
  const snapshot = await readOr(disk, folder, SNAPSHOT_FILE, problems);
  const bytes = await readOr(disk, folder, JOURNAL_FILE, problems);
  if (bytes === null) return { id, seq: 0, facts: 0, problems };

  const scan = scanJournal(bytes, { file: JOURNAL_FILE, after: 0, commitFrom: null });
  problems.push(...scan.problems);
  if (scan.torn) {
    const detail = `${bytes.length - scan.length} bytes of a commit that was never finished`;
    problems.push({ file: JOURNAL_FILE, line: scan.lines + 1, what: 'torn-tail', detail });
  }
  const reading = snapshot && readSnapshot(snapshot);
  if (reading && !reading.ok) {
    problems.push({ file: SNAPSHOT_FILE, what: reading.what, detail: reading.detail });
  }
  if (reading?.ok && scan.problems.length === 0 && reading.seq > scan.last) {
    const detail = `the journal ends with fact ${scan.last}, the snapshot holds ${reading.seq}`;
    problems.push({ file: JOURNAL_FILE, what: 'behind', detail });
  }
  return { id, seq: scan.last, facts: scan.facts, problems };
}

async function readOr(
  disk: Disk,
  folder: string,
  file: string,
  problems: FileProblem[],
): Promise<Buffer | null> {
  try {
    const bytes = await readIfThere(disk, join(folder, file));
    if (bytes === null) problems.push({ file, what: 'missing', detail: 'there is no such file' });
    return bytes;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    problems.push({ file, what: 'io', detail: error.message });
    return null;
  }
}

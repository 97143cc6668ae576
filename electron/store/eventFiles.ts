import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import type { Disk } from './disk';
import { lineIsSound, lineJson } from './journalLine';
import type { CommitFrom, Numbered } from './journalLine';
import { StoreError, asStoreError, systemCode } from './storeError';

/** The whole history of an event, one commit a line. */
export const JOURNAL_FILE = 'journal.jsonl';
/** The lowdb database: the state at some number. */
export const SNAPSHOT_FILE = 'db.json';

/** Where a damaged snapshot is kept: `db.damaged-2026-11-22T07-29-05-123Z.json`. `now` is in ms since 1970. */
export function damagedSnapshotName(now: number): string {
  return `db.damaged-${new Date(now).toISOString().replace(/[:.]/g, '-')}.json`;
}

/** A file's bytes, or null when there is no such file. Throws StoreError on any other error. */
export async function readIfThere(disk: Disk, path: string): Promise<Buffer | null> {
  try {
    return await disk.read(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw asStoreError(error, 'reading', path);
  }
}

const LINES_AT_ONCE = 200;

/**
 * All commits of an event's journal, oldest first, up to `length` bytes, letting other work go on between.
 * Throws StoreError 'damaged', naming the line, at the first one that is not as it was written.
 */
export async function* journalCommits<C extends Numbered>(
  disk: Disk,
  folder: string,
  length: number,
  commitFrom: CommitFrom<C>,
): AsyncGenerator<C> {
  const path = join(folder, JOURNAL_FILE);
  const bytes = ((await readIfThere(disk, path)) ?? Buffer.alloc(0)).subarray(0, length);
  let next = 1;
  let line = 0;
  let at = 0;
  for (let end = bytes.indexOf('\n'); end !== -1; end = bytes.indexOf('\n', at)) {
    line++;
    if (!lineIsSound(bytes, at, end)) throw damaged(path, line, 'is not what was written');
    const commit = commitFrom(lineJson(bytes, at, end));
    if (commit.seq !== next) throw damaged(path, line, `begins with ${commit.seq}, not ${next}`);
    yield commit;
    next += commit.facts.length;
    at = end + 1;
    if (line % LINES_AT_ONCE === 0) await otherWork();
  }
}

function damaged(path: string, line: number, how: string): StoreError {
  return new StoreError('damaged', `${path}: line ${line} ${how}`, path);
}

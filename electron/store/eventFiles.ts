import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import type { Disk } from './disk';
import { lineCommit, parseLine } from './journalLine';
import type { CommitFrom, Numbered } from './journalLine';
import { journalPieces } from './journalPieces';
import type { Seal } from './seal';
import { StoreError, asStoreError, systemCode } from './storeError';

/** The whole history of an event, one commit a line. */
export const JOURNAL_FILE = 'journal.jsonl';
/** The lowdb database: the state at some number. */
export const SNAPSHOT_FILE = 'db.json';

/**
 * Where a damaged file is kept: `db.damaged-2026-11-22T07-29-05-123Z.json`, a name that no file of the folder
 * has yet. `now` is in ms since 1970.
 */
export function damagedName(name: string, now: number, taken: readonly string[]): string {
  const [stem, end] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.'))];
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const plain = `${stem}.damaged-${stamp}${end}`;
  for (let number = 2, free = plain; ; number++) {
    if (!taken.includes(free)) return free;
    free = `${stem}.damaged-${stamp}-${number}${end}`;
  }
}

/** Whether a name is that of a damaged file kept aside. */
export const isDamagedName = (name: string) => /^[a-z]+\.damaged-/.test(name);

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
 * Throws StoreError, naming the line: 'lost' where an earlier repair has noted facts as lost, 'damaged' where they are
 * missing or not as they were written.
 */
export async function* journalCommits<C extends Numbered>(
  disk: Disk,
  folder: string,
  length: number,
  { commitFrom, seal }: { commitFrom: CommitFrom<C>; seal: Seal | null },
): AsyncGenerator<C> {
  const path = join(folder, JOURNAL_FILE);
  const bytes = ((await readIfThere(disk, path)) ?? Buffer.alloc(0)).subarray(0, length);
  let next = 1;
  for (const { line, from, to, state } of journalPieces(bytes)) {
    if (state !== 'sound') throw damaged(path, line, 'is not what was written');
    const parsed = parseLine(bytes, from, to);
    if (parsed.what === 'head') continue;
    if (parsed.what === 'lost') {
      const message = `${path}: line ${line} stands for ${parsed.count} facts that damage has taken`;
      throw new StoreError('lost', message, path);
    }
    const commit = commitFrom(lineCommit(parsed, seal));
    if (commit.seq !== next) throw damaged(path, line, `begins with ${commit.seq}, not ${next}`);
    yield commit;
    next += commit.facts.length;
    if (line % LINES_AT_ONCE === 0) await otherWork();
  }
}

function damaged(path: string, line: number, how: string): StoreError {
  return new StoreError('damaged', `${path}: line ${line} ${how}`, path);
}

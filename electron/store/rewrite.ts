import { join } from 'node:path';
import type { Disk } from './disk';
import { snapshotPieces } from './durableFile';
import type { StateFormat } from './durableFile';
import { JOURNAL_FILE, SNAPSHOT_FILE, readIfThere } from './eventFiles';
import {
  journalHead,
  journalLine,
  lineCommit,
  lostLine,
  lineNumbers,
  parseLine,
} from './journalLine';
import type { CommitFrom, Numbered } from './journalLine';
import { journalPieces } from './journalPieces';
import { newHistory } from './history';
import type { Seal } from './seal';
import { StoreError } from './storeError';
import { swapFiles } from './swap';
import type { Content } from './swap';

/** What an event's files are to become. */
export interface Rewrite<S, C extends Numbered> extends StateFormat<S> {
  disk: Disk;
  folder: string;
  commitFrom: CommitFrom<C>;
  /** The seals that the files are under, and are to be under. */
  from: Seal | null;
  to: Seal | null;
  /** The state after fact `seq`, which is the last one. */
  snapshot: { seq: number; state: S };
  /** What each commit is to become; it keeps its number and how many facts it has. */
  commit?(commit: C): C;
  /** More files to put in the same step, by their names, and names to be gone. */
  put?: ReadonlyMap<string, Content>;
  remove?: readonly string[];
}

/**
 * Writes an event's journal and database anew in one step that a crash cannot halve, as a history of its own.
 * The event must not be open. Throws StoreError 'damaged' when the journal is not sound; nothing is changed then.
 */
export async function rewriteEvent<S, C extends Numbered>(rewrite: Rewrite<S, C>): Promise<void> {
  const { disk, folder, snapshot, to, put = new Map(), remove = [] } = rewrite;
  const history = newHistory();
  const journal = (await readIfThere(disk, join(folder, JOURNAL_FILE))) ?? Buffer.alloc(0);
  const files = new Map<string, Content>([
    [JOURNAL_FILE, rewrittenJournal(journal, history, rewrite)],
    [SNAPSHOT_FILE, snapshotPieces({ ...snapshot, history }, rewrite, to)],
    ...put,
  ]);
  await swapFiles(disk, folder, { put: files, remove });
}

function* rewrittenJournal<S, C extends Numbered>(
  bytes: Buffer,
  history: string,
  { folder, commitFrom, from, to, snapshot, commit: change = (commit) => commit }: Rewrite<S, C>,
): Generator<string> {
  yield journalHead(history);
  let next = 1;
  for (const { line, from: at, to: end, state } of journalPieces(bytes)) {
    if (state === 'torn') break;
    const { seq } = lineNumbers(bytes, at);
    if (state === 'damaged' || (line > 1 && seq !== next)) {
      throw new StoreError('damaged', `${folder}: line ${line} of the journal is damaged`, folder);
    }
    const parsed = parseLine(bytes, at, end);
    if (parsed.what === 'head') continue;
    next = seq + parsed.count;
    if (parsed.what === 'lost') {
      yield lostLine(seq, parsed.count);
      continue;
    }
    const commit = change(commitFrom(lineCommit(parsed, from)));
    if (commit.seq !== seq || commit.facts.length !== parsed.count) {
      throw new StoreError('order', `commit ${seq} became ${commit.seq}`, folder);
    }
    yield journalLine(commit, seq, to);
  }
  if (next !== snapshot.seq + 1) {
    const detail = `the journal ends with fact ${next - 1}, the state with ${snapshot.seq}`;
    throw new StoreError('damaged', `${folder}: ${detail}`, folder);
  }
}

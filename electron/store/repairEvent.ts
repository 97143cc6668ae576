import { basename } from 'node:path';
import { newestGoodBackup } from './backups';
import { openSnapshot, snapshotPieces } from './durableFile';
import { JOURNAL_FILE, SNAPSHOT_FILE, damagedName } from './eventFiles';
import { newHistory } from './history';
import { JOURNAL_VERSION } from './journalLine';
import type { Numbered } from './journalLine';
import { repairedJournal } from './journalRepair';
import { scanJournal } from './journalScan';
import type { Hole } from './journalScan';
import type { FileProblem } from './problem';
import { foldAll, isOf, refuseForeign, scanFrom } from './readEvent';
import type { EventStoreOptions, ReadFiles } from './readEvent';
import { SNAPSHOT_VERSION } from './snapshot';
import type { Snapshot } from './snapshot';
import { StoreError } from './storeError';
import { swapFiles } from './swap';
import type { Content } from './swap';

/** What damage has done to an event that was opened nevertheless. */
export interface Recovery {
  /** Where the state was taken from, before the journal's own facts. */
  from: 'database' | 'journal' | 'backup';
  /** Facts that are gone for good, by their numbers. */
  lost: Hole[];
  /** Bytes at the end of the journal that were not whole: an action that perhaps was never answered. */
  dropped: number;
  /** Names under which the damaged files are kept, in the event's folder. */
  kept: string[];
}

interface Source<S> {
  from: Recovery['from'];
  snapshot: Snapshot<S>;
  /** What follows the snapshot; null where the journal is not of this event. */
  journal: Buffer | null;
  donor: Buffer | null;
}

/**
 * Makes sound files out of damaged ones, from the journal, the database and the backups, in one step; the damaged
 * ones are kept aside. Throws StoreError 'damaged' when nothing can be read; nothing is changed then.
 */
export async function repair<S, C extends Numbered>(
  options: EventStoreOptions<S, C>,
  read: ReadFiles<S>,
  problems: readonly FileProblem[],
): Promise<Recovery> {
  const { disk, folder, seal = null, now } = options;
  const { snapshot, from, donor, journal } = await sourceOf(options, read);
  const scan = scanFrom(options, journal, snapshot.seq);
  refuseForeign(scan, folder);
  const state = await foldAll(options, snapshot.state, scan.commits);
  const history = scan.history ?? snapshot.history ?? newHistory();
  const put = new Map<string, Content>();
  const names = [...read.names];
  const keep = (name: string, bytes: Buffer) => {
    const aside = damagedName(name, now(), names);
    names.push(aside);
    put.set(aside, bytes);
    return aside;
  };
  const kept: string[] = [];
  const isDamaged = (file: string) => problems.some((problem) => problem.file === file);
  // What is written is of this version; of damaged files no backup could be made that an older Nuija reads.
  const oldDatabase = read.version > 0 && read.version < SNAPSHOT_VERSION;
  const oldJournal = scan.version < JOURNAL_VERSION;
  // A database that nothing was built on may hold what the rest does not, damaged or not.
  if (read.database && (isDamaged(SNAPSHOT_FILE) || from !== 'database' || oldDatabase))
    kept.push(keep(SNAPSHOT_FILE, read.database));
  if (read.journal && (isDamaged(JOURNAL_FILE) || !journal || oldJournal))
    kept.push(keep(JOURNAL_FILE, read.journal));
  const sure = (journal ?? Buffer.alloc(0)).subarray(0, scan.length);
  const { next } = scan;
  put.set(JOURNAL_FILE, repairedJournal(sure, { history, next, donor }));
  put.set(SNAPSHOT_FILE, snapshotPieces({ seq: next - 1, state, history }, options, seal));
  await swapFiles(disk, folder, { put, remove: [] });
  return {
    from,
    lost: scan.holes.filter((hole) => hole.to > snapshot.seq),
    dropped: journal ? journal.length - scan.length : 0,
    kept,
  };
}

/**
 * What a damaged event's state is built on: its database, else its whole journal, else the newest good backup. Only
 * what leads to a state of this event counts: no journal that was copied in, and none without its beginning.
 */
async function sourceOf<S, C extends Numbered>(
  options: EventStoreOptions<S, C>,
  { snapshot: found, journal }: ReadFiles<S>,
): Promise<Source<S>> {
  const { folder, initial } = options;
  const snapshot = found && isOf(options, found.state) ? found : null;
  const wish = { file: JOURNAL_FILE, after: 0, commitFrom: null };
  const whole = scanJournal<C>(journal ?? Buffer.alloc(0), wish);
  const { history } = whole;
  const ofThis = (one: { history: string | null }) =>
    history === null || one.history === null || one.history === history;
  const newest = await newestBackup(options, journal);
  const backup = newest && ofThis(newest.snapshot) ? newest : null;
  const donor = backup?.donor ?? null;

  if (snapshot && ofThis(snapshot)) return { from: 'database', snapshot, journal, donor };
  const alone = await foldAll(options, initial, scanFrom(options, journal, 0).commits);
  const begun = whole.last > 0 && isOf(options, alone);
  // A backup counts for more than a journal with holes, unless it ends before the first of them.
  const firstGone = Math.min(...[...whole.holes, ...whole.lost].map(({ from }) => from));
  if (begun && (!backup || backup.snapshot.seq < firstGone)) {
    const nothing = { seq: 0, state: initial, history };
    return { from: 'journal', snapshot: nothing, journal, donor };
  }
  if (backup) return backup;
  if (snapshot) {
    const own = newest?.snapshot.history === snapshot.history ? newest.donor : null;
    return { from: 'database', snapshot, journal: null, donor: own };
  }
  if (newest) return { ...newest, journal: null };
  const detail = 'neither database nor journal nor a backup can be read; nothing was changed';
  throw new StoreError('damaged', `${folder}: ${detail}`, folder);
}

async function newestBackup<S, C extends Numbered>(
  options: EventStoreOptions<S, C>,
  journal: Buffer | null,
): Promise<Source<S> | null> {
  const { disk, folder, seal = null } = options;
  const found = await newestGoodBackup(disk, folder, basename(folder));
  const database = found?.files.get(SNAPSHOT_FILE);
  if (!found || !database) return null;
  const snapshot = openSnapshot(database, `${folder}: ${found.name}`, options, seal);
  return { from: 'backup', snapshot, journal, donor: found.files.get(JOURNAL_FILE) ?? null };
}

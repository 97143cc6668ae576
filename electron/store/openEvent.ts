import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { newestGoodBackup } from './backups';
import type { Disk } from './disk';
import { SnapshotError, openSnapshot, snapshotPieces } from './durableFile';
import type { StateFormat } from './durableFile';
import { JOURNAL_FILE, SNAPSHOT_FILE, damagedName, readIfThere } from './eventFiles';
import { JOURNAL_VERSION, journalHead } from './journalLine';
import type { CommitFrom, Numbered } from './journalLine';
import { repairedJournal } from './journalRepair';
import { scanJournal } from './journalScan';
import type { Hole, JournalScan } from './journalScan';
import type { FileProblem } from './problem';
import type { Seal } from './seal';
import { SNAPSHOT_VERSION, readSnapshot } from './snapshot';
import type { Snapshot } from './snapshot';
import { StoreError } from './storeError';
import { finishSwap, namesIn, swapFiles } from './swap';
import type { Content } from './swap';

/** What the store has to be told: where, and what commits and states are. */
export interface EventStoreOptions<S, C extends Numbered> extends StateFormat<S> {
  disk: Disk;
  /** `<data>/events/<id>`; made when missing. */
  folder: string;
  initial: S;
  fold(state: S, commit: C): S;
  commitFrom: CommitFrom<C>;
  /** Wall clock in ms, for the name under which a damaged file is kept. */
  now(): number;
  /** Of an event whose files are sealed. */
  seal?: Seal | null;
  /** Whether a state is of this event. What is not is never taken for it. */
  isOf?(state: S): boolean;
  /** With false, a folder without files is no new event but one whose files are gone. */
  mayBegin?: boolean;
  /** Called before files of an older format are written anew; when it throws, they are left as they are. */
  beforeMigration?(): Promise<void>;
}

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

/** What opening found: a sound journal and the state it leads to. */
export interface OpenedFiles<S, C extends Numbered> {
  snapshot: Snapshot<S>;
  history: string;
  /** The journal as it is now on the disk. */
  scan: Pick<JournalScan<C>, 'length' | 'next' | 'sure'>;
  journal: Buffer;
  state: S;
  problems: readonly FileProblem[];
  recovery: Recovery | null;
}

/** A mark for a history of facts, so that files of two histories are never taken for one. */
export const newHistory = () => randomBytes(8).toString('hex');

/**
 * Reads an event's files, and first sees to it that they are sound: finishes what a crash has interrupted,
 * brings an older format up to date, and repairs damage from the journal, the database and the backups, with
 * the damaged files kept aside. A folder without files becomes a new event. Throws StoreError 'newer' for files
 * of a later version, 'damaged' when nothing can be read, 'empty' when there is nothing of an event, 'locked' and
 * 'tampered'; nothing is changed then.
 */
export async function openEventFiles<S, C extends Numbered>(
  options: EventStoreOptions<S, C>,
): Promise<OpenedFiles<S, C>> {
  const { disk, folder } = options;
  await finishSwap(disk, folder);
  const read = await readFiles(options);
  if (read.isNew) {
    if (options.mayBegin === false) throw nothingThere(folder);
    await begin(options);
    return mustBeSound(options, await readFiles(options));
  }
  const found = problemsOf(options, read);
  if (found.problems.length > 0) {
    const recovery = await repair(options, read, found.problems);
    const sound = await mustBeSound(options, await readFiles(options));
    return { ...sound, problems: found.problems, recovery };
  }
  if (found.isOld) {
    await migrate(options, read, found.scan);
    return mustBeSound(options, await readFiles(options));
  }
  const opened = await sound(options, read, found.scan);
  if (options.mayBegin !== false || isOf(options, opened.state)) return opened;
  if (opened.scan.next === 1) throw nothingThere(folder);
  const detail = 'the files are of another event';
  const problems = [SNAPSHOT_FILE, JOURNAL_FILE].map((file) => ({
    file,
    what: 'foreign' as const,
    detail,
  }));
  const recovery = await repair(options, read, problems);
  return { ...(await mustBeSound(options, await readFiles(options))), problems, recovery };
}

const isOf = <S, C extends Numbered>(options: EventStoreOptions<S, C>, state: S) =>
  options.isOf?.(state) ?? true;

/** Of an event whose making was cut short, or whose files were taken away. */
const nothingThere = (folder: string) =>
  new StoreError('empty', `${folder} holds nothing of an event`, folder);

/** After what was written just now, anything but sound files is a disk that does not keep what it is given. */
async function mustBeSound<S, C extends Numbered>(
  options: EventStoreOptions<S, C>,
  read: ReadFiles<S>,
): Promise<OpenedFiles<S, C>> {
  const { problems, scan } = problemsOf(options, read);
  const [first] = problems;
  if (!first) return sound(options, read, scan);
  throw new StoreError('io', `${options.folder}: ${first.file}: ${first.detail}`, options.folder);
}

function problemsOf<S, C extends Numbered>(options: EventStoreOptions<S, C>, read: ReadFiles<S>) {
  const { journal, snapshot } = read;
  const scan = scanFrom(options, journal, snapshot?.seq ?? 0);
  refuseForeign(scan, options.folder);
  const problems = [...read.problems, ...scan.problems];
  if (journal === null) {
    problems.push({ file: JOURNAL_FILE, what: 'missing', detail: 'there is no journal' });
  }
  if (problems.length === 0 && snapshot && snapshot.history !== scan.history) {
    const detail = 'the database is of another history than the journal';
    problems.push({ file: SNAPSHOT_FILE, what: 'history', detail });
  }
  const isOld = read.version < SNAPSHOT_VERSION || scan.version < JOURNAL_VERSION;
  return { problems, scan, isOld };
}

async function sound<S, C extends Numbered>(
  options: EventStoreOptions<S, C>,
  { snapshot, journal }: ReadFiles<S>,
  scan: JournalScan<C>,
): Promise<OpenedFiles<S, C>> {
  const { folder } = options;
  if (!snapshot || !journal) throw new StoreError('io', `${folder} was emptied`, folder);
  return {
    snapshot,
    history: scan.history ?? '',
    scan,
    journal,
    state: await foldAll(options, snapshot.state, scan.commits),
    problems: [],
    recovery: null,
  };
}

interface ReadFiles<S> {
  isNew: boolean;
  names: string[];
  snapshot: Snapshot<S> | null;
  version: number;
  database: Buffer | null;
  journal: Buffer | null;
  problems: FileProblem[];
}

async function readFiles<S, C extends Numbered>(
  options: EventStoreOptions<S, C>,
): Promise<ReadFiles<S>> {
  const { disk, folder, seal = null } = options;
  const path = join(folder, SNAPSHOT_FILE);
  const database = await readIfThere(disk, path);
  const journal = await readIfThere(disk, join(folder, JOURNAL_FILE));
  const names = await namesIn(disk, folder);
  const isNew = database === null && journal === null && !names.some(isTrace);
  const read = { isNew, names, snapshot: null, version: 0, database, journal };
  if (database === null) {
    const missing = {
      file: SNAPSHOT_FILE,
      what: 'missing',
      detail: 'there is no database',
    } as const;
    return { ...read, problems: [missing] };
  }
  try {
    const snapshot = openSnapshot(database, path, options, seal);
    return { ...read, snapshot, version: versionOf(database), problems: [] };
  } catch (error) {
    if (!(error instanceof SnapshotError) || error.what === 'newer') throw error;
    const problem = { file: SNAPSHOT_FILE, what: error.what, detail: error.message };
    return { ...read, problems: [problem] };
  }
}

/** Whether a name in an event's folder shows that there has been an event before. */
const isTrace = (name: string) => !name.startsWith('.');

function versionOf(database: Buffer): number {
  const reading = readSnapshot(database);
  return reading.ok ? reading.version : 0;
}

async function begin<S, C extends Numbered>(options: EventStoreOptions<S, C>): Promise<void> {
  const { disk, folder, initial, seal = null } = options;
  await disk.makeFolder(folder);
  // The folder's own name has to be durable too, and that of the folder of all events.
  await disk.syncFolder(dirname(folder));
  await disk.syncFolder(dirname(dirname(folder)));
  const history = newHistory();
  const put = new Map<string, Content>([
    [JOURNAL_FILE, [journalHead(history)]],
    [SNAPSHOT_FILE, snapshotPieces({ seq: 0, state: initial, history }, options, seal)],
  ]);
  await swapFiles(disk, folder, { put, remove: [] });
}

const scanFrom = <S, C extends Numbered>(
  { commitFrom, seal = null }: EventStoreOptions<S, C>,
  journal: Buffer | null,
  after: number,
) => scanJournal<C>(journal ?? Buffer.alloc(0), { file: JOURNAL_FILE, after, commitFrom, seal });

/** Lines that are sound and yet cannot be read are a later version's: nothing may be done to them. */
function refuseForeign(scan: JournalScan<Numbered>, folder: string): void {
  const path = join(folder, JOURNAL_FILE);
  if (scan.version > JOURNAL_VERSION) {
    const detail = `version ${scan.version} of the format, this Nuija reads ${JOURNAL_VERSION}`;
    throw new StoreError('newer', `${path}: ${detail}`, path);
  }
  const foreign = scan.problems.find(({ what }) => what === 'unreadable');
  if (foreign) throw new StoreError('newer', `${path}: ${foreign.detail}`, path);
}

async function foldAll<S, C extends Numbered>(
  { fold }: EventStoreOptions<S, C>,
  from: S,
  commits: readonly C[],
): Promise<S> {
  let state = from;
  for (const [at, commit] of commits.entries()) {
    state = fold(state, commit);
    if (at % 500 === 499) await otherWork();
  }
  return state;
}

/** From a format without head lines and marks: the same facts, with a head in front. */
async function migrate<S, C extends Numbered>(
  options: EventStoreOptions<S, C>,
  { snapshot, journal }: ReadFiles<S>,
  { next }: JournalScan<C>,
): Promise<void> {
  await options.beforeMigration?.();
  const history = newHistory();
  const { disk, folder, seal = null } = options;
  const put = new Map<string, Content>([
    [JOURNAL_FILE, repairedJournal(journal ?? Buffer.alloc(0), { history, next, donor: null })],
  ]);
  if (snapshot) put.set(SNAPSHOT_FILE, snapshotPieces({ ...snapshot, history }, options, seal));
  await swapFiles(disk, folder, { put, remove: [] });
}

interface Source<S> {
  from: Recovery['from'];
  snapshot: Snapshot<S>;
  /** What follows the snapshot; null where the journal is not of this event. */
  journal: Buffer | null;
  donor: Buffer | null;
}

async function repair<S, C extends Numbered>(
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
  // A database that nothing was built on may hold what the rest does not, damaged or not.
  if (read.database && (isDamaged(SNAPSHOT_FILE) || from !== 'database'))
    kept.push(keep(SNAPSHOT_FILE, read.database));
  if (read.journal && (isDamaged(JOURNAL_FILE) || !journal))
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

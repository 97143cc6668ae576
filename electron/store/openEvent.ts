import { dirname } from 'node:path';
import { snapshotPieces } from './durableFile';
import { JOURNAL_FILE, SNAPSHOT_FILE } from './eventFiles';
import { newHistory } from './history';
import { journalHead } from './journalLine';
import type { Numbered } from './journalLine';
import { repairedJournal } from './journalRepair';
import type { JournalScan } from './journalScan';
import type { FileProblem } from './problem';
import { foldAll, isOf, problemsOf, readFiles } from './readEvent';
import type { EventStoreOptions, ReadFiles } from './readEvent';
import { repair } from './repairEvent';
import type { Recovery } from './repairEvent';
import type { Snapshot } from './snapshot';
import { StoreError } from './storeError';
import { finishSwap, swapFiles } from './swap';
import type { Content } from './swap';

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

/**
 * From an older format: the same lines behind a head of this version. What has a mark of its history keeps it, so
 * that earlier backups can go on filling holes.
 */
async function migrate<S, C extends Numbered>(
  options: EventStoreOptions<S, C>,
  { snapshot, journal }: ReadFiles<S>,
  { next, history: marked }: JournalScan<C>,
): Promise<void> {
  await options.beforeMigration?.();
  const history = marked ?? newHistory();
  const { disk, folder, seal = null } = options;
  const put = new Map<string, Content>([
    [JOURNAL_FILE, repairedJournal(journal ?? Buffer.alloc(0), { history, next, donor: null })],
  ]);
  if (snapshot) put.set(SNAPSHOT_FILE, snapshotPieces({ ...snapshot, history }, options, seal));
  await swapFiles(disk, folder, { put, remove: [] });
}

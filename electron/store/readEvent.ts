import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import type { Disk } from './disk';
import { SnapshotError, openSnapshot } from './durableFile';
import type { StateFormat } from './durableFile';
import { JOURNAL_FILE, SNAPSHOT_FILE, readIfThere } from './eventFiles';
import { JOURNAL_VERSION } from './journalLine';
import type { CommitFrom, FactJson, Numbered } from './journalLine';
import { scanJournal } from './journalScan';
import type { JournalScan } from './journalScan';
import type { FileProblem } from './problem';
import type { Seal } from './seal';
import { SNAPSHOT_VERSION, readSnapshot } from './snapshot';
import type { Snapshot } from './snapshot';
import { StoreError } from './storeError';
import { namesIn } from './swap';

/** What the store has to be told: where, and what commits and states are. */
export interface EventStoreOptions<S, C extends Numbered> extends StateFormat<S> {
  disk: Disk;
  /** `<data>/events/<id>`; made when missing. */
  folder: string;
  initial: S;
  fold(state: S, commit: C): S;
  commitFrom: CommitFrom<C>;
  /** Where some facts are JSON already; JSON.stringify if left out. */
  factJson?: FactJson;
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

/** Whether a state is of the event that is opened. */
export const isOf = <S, C extends Numbered>(options: EventStoreOptions<S, C>, state: S) =>
  options.isOf?.(state) ?? true;

/** An event's files as they lie there; `problems` are the database's own. */
export interface ReadFiles<S> {
  isNew: boolean;
  names: string[];
  snapshot: Snapshot<S> | null;
  version: number;
  database: Buffer | null;
  journal: Buffer | null;
  problems: FileProblem[];
}

/** Reads what is there, good or bad. Throws StoreError 'newer', 'locked', 'tampered', and what the disk says. */
export async function readFiles<S, C extends Numbered>(
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

/** What is wrong with an event's files, one by one and with each other. Throws StoreError 'newer'. */
export function problemsOf<S, C extends Numbered>(
  options: EventStoreOptions<S, C>,
  read: ReadFiles<S>,
) {
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

/** The journal's bytes read, with the commits after fact `after`. */
export const scanFrom = <S, C extends Numbered>(
  { commitFrom, seal = null }: EventStoreOptions<S, C>,
  journal: Buffer | null,
  after: number,
) => scanJournal<C>(journal ?? Buffer.alloc(0), { file: JOURNAL_FILE, after, commitFrom, seal });

/** Lines that are sound and yet cannot be read are a later version's: nothing may be done to them. */
export function refuseForeign(scan: JournalScan<Numbered>, folder: string): void {
  const path = join(folder, JOURNAL_FILE);
  if (scan.version > JOURNAL_VERSION) {
    const detail = `version ${scan.version} of the format, this Nuija reads ${JOURNAL_VERSION}`;
    throw new StoreError('newer', `${path}: ${detail}`, path);
  }
  const foreign = scan.problems.find(({ what }) => what === 'unreadable');
  if (foreign) throw new StoreError('newer', `${path}: ${foreign.detail}`, path);
}

/** The state after commits, letting other work go on between. */
export async function foldAll<S, C extends Numbered>(
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

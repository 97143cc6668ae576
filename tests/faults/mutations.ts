import type { Disk, DiskFile } from '../../electron/store/disk';
import type { Trouble } from '../../electron/store/simulated/plan';
import type { DiskStep } from '../../electron/store/simulated/faults';
import type { Cut } from './mutants';

/** A guard of the store, and how it is broken: in its source, or between it and the disk. */
export interface Mutation {
  /** What the store no longer does. */
  guard: string;
  cuts?: readonly Cut[];
  through?(disk: Disk): Disk;
  /** The file in which a bit has to flip for the guard to matter. */
  damage?: 'db.json' | 'journal.jsonl';
  /** The troubles it guards against, which are then met more often. */
  troubles?: readonly Trouble[];
}

const fails = (step: DiskStep, spare = 0): Trouble => ({
  kind: 'fault',
  fault: { step, file: 'journal.jsonl', code: 'EIO', spare },
});
const syncFails = [fails('datasync')];
/** The first lines of a write get to the disk, the others do not. */
const half: Trouble[] = [
  { kind: 'full', bytes: 150 },
  { kind: 'full', bytes: 400 },
];

const cut = (file: string, from: string, to: string): Cut => ({ file, from, to });

/** A disk whose files of some name work otherwise. */
function withFiles(
  disk: Disk,
  concerns: (path: string) => boolean,
  change: (file: DiskFile) => Partial<DiskFile>,
): Disk {
  return {
    open: async (path, content) => {
      const file = await disk.open(path, content);
      return concerns(path) ? { ...file, ...change(file) } : file;
    },
    read: (path) => disk.read(path),
    list: (folder) => disk.list(folder),
    makeFolder: (folder) => disk.makeFolder(folder),
    rename: (from, to) => disk.rename(from, to),
    remove: (path) => disk.remove(path),
    syncFolder: (folder) => disk.syncFolder(folder),
  };
}

const passed = async () => undefined;
const isJournal = (path: string) => path.endsWith('journal.jsonl');
const isBeside = (path: string) => path.endsWith('.tmp') || path.endsWith('.new');

/** Every guard that keeps commits safe, each to be broken once. */
export const mutations: readonly Mutation[] = [
  {
    guard: 'a commit is synced',
    through: (disk) => withFiles(disk, isJournal, () => ({ datasync: passed })),
  },
  {
    guard: 'a new file is synced before it takes the place of the old one',
    through: (disk) => withFiles(disk, isBeside, () => ({ datasync: passed })),
  },
  {
    guard: 'names are made durable',
    through: (disk) => ({
      ...withFiles(
        disk,
        () => false,
        () => ({}),
      ),
      syncFolder: passed,
    }),
  },
  {
    guard: 'the folder of a new event is made durable',
    cuts: [
      cut('openEvent.ts', 'await disk.syncFolder(dirname(folder));', ''),
      cut('openEvent.ts', 'await disk.syncFolder(dirname(dirname(folder)));', ''),
    ],
  },
  {
    guard: 'the database is renamed only after its sync',
    cuts: [
      cut('durableFile.ts', '    await file.datasync();\n', ''),
      cut(
        'durableFile.ts',
        '      await this.#disk.rename(fresh, this.#path);\n',
        `      await this.#disk.rename(fresh, this.#path);
      const late = await this.#disk.open(this.#path, 'keep');
      await late.datasync();
      await late.close();\n`,
      ),
    ],
  },
  {
    guard: 'the length of a new database is checked',
    cuts: [cut('durableFile.ts', 'if (size !== length)', 'if (size > length)')],
  },
  {
    guard: 'short writes are continued',
    cuts: [cut('disk.ts', 'while (written < bytes.length) {', 'if (written < bytes.length) {')],
  },
  {
    guard: 'a line is held against its checksum',
    cuts: [
      cut(
        'journalLine.ts',
        'return sum.written === checksumText(crc32(bytes.subarray(sum.from, to), sum.start));',
        'return sum.start >= 0;',
      ),
    ],
    damage: 'journal.jsonl',
  },
  {
    guard: 'the database is held against its checksum',
    cuts: [cut('snapshot.ts', '!== snapshotTail(crc32(body))', "=== ''")],
    damage: 'db.json',
  },
  {
    guard: 'a damaged database is kept aside',
    cuts: [cut('repairEvent.ts', 'kept.push(keep(SNAPSHOT_FILE, read.database))', 'kept.push()')],
    damage: 'db.json',
  },
  {
    guard: 'a damaged journal is kept aside',
    cuts: [cut('repairEvent.ts', 'kept.push(keep(JOURNAL_FILE, read.journal))', 'kept.push()')],
    damage: 'journal.jsonl',
  },
  {
    guard: 'the answer waits for the sync',
    cuts: [
      cut(
        'journal.ts',
        '        const failure = await this.#write(bytes);\n',
        `        for (const each of group) each.resolve();
        const failure = await this.#write(bytes);\n`,
      ),
    ],
  },
  {
    guard: 'a failed sync is not tried again on the same handle',
    cuts: [
      cut(
        'journal.ts',
        '      syncing = true;\n      await file.datasync();\n',
        '      syncing = true;\n      await file.datasync().catch(() => file.datasync());\n',
      ),
    ],
    troubles: syncFails,
  },
  {
    guard: 'after a failed sync the journal is written afresh',
    cuts: [cut('journal.ts', 'if (syncing || !cut)', 'if (!cut)')],
    troubles: syncFails,
  },
  {
    guard: 'what a failed write has left is cut off',
    cuts: [cut('journal.ts', '      await file.truncate(length);\n', '')],
    troubles: half,
  },
  {
    guard: 'the cut after a failed write is durable before the refusal',
    cuts: [cut('journal.ts', '      if (sync) await file.datasync();\n', '')],
    troubles: half,
  },
  {
    guard: 'a failed cut breaks the journal',
    cuts: [cut('journal.ts', 'if (syncing || !cut)', 'if (syncing)')],
    troubles: [fails('write'), fails('datasync')],
  },
  {
    guard: 'what waits behind a failed write fails with it',
    cuts: [
      cut(
        'journal.ts',
        '    const behind = this.#waiting;\n    this.#waiting = [];\n',
        '    const behind: Array<Waiting<C>> = [];\n',
      ),
    ],
    troubles: [fails('write'), ...half],
  },
  {
    guard: 'numbering goes back after a failed write',
    cuts: [cut('journal.ts', '    this.#next = this.#end.next;\n    for', '    for')],
    troubles: [fails('write'), ...half],
  },
  {
    guard: 'a torn tail is cut off on opening',
    cuts: [cut('journal.ts', 'if (size > this.#end.length) await', 'if (size < 0) await')],
  },
  {
    guard: 'what was read on opening is synced before anything builds on it',
    cuts: [
      cut(
        'journal.ts',
        '      await this.#file.datasync();\n      await this.#disk.syncFolder',
        '      await this.#disk.syncFolder',
      ),
    ],
  },
  {
    guard: 'bytes that only the page cache may know are written once more',
    cuts: [cut('journal.ts', 'if (unsure) await', 'if (unsure?.at === -1) await')],
    troubles: syncFails,
  },
  {
    guard: 'a line says with which others it was written',
    cuts: [
      cut(
        'journal.ts',
        'journalLineSteps(commit, waiting[0]?.seq,',
        'journalLineSteps(commit, commit.seq,',
      ),
    ],
  },
  {
    guard: 'a snapshot is never ahead of the journal',
    cuts: [cut('eventStore.ts', 'if (seq > this.durable)', 'if (seq < 0)')],
  },
  {
    guard: 'a swap is decided only when its files are there to stay',
    cuts: [
      cut(
        'swap.ts',
        'for (const each of foldersOf(folder, [...put.keys()])) await disk.syncFolder(each);',
        '',
      ),
    ],
  },
  {
    guard: 'a decided swap is durable before it replaces anything',
    cuts: [
      cut(
        'swap.ts',
        '  await disk.syncFolder(folder);\n  for (const name of put) {',
        '  for (const name of put) {',
      ),
    ],
  },
  {
    guard: 'an interrupted swap is finished on opening',
    cuts: [cut('openEvent.ts', '  await finishSwap(disk, folder);\n', '')],
  },
];

import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { filesOfItsOwn } from './backupRestore';
import { makeBackup } from './backups';
import { openEventStore } from './eventStore';
import { lostLine } from './journalLine';
import { faultyDisk } from './faultyDisk';
import { tallyCommit, tallyCommits, tallyOptions, testFolder } from './tally';
import type { TallyCommit } from './tally';

const ID = '01JD9Z0000000000000000000A';

const words = (from: number, to: number) =>
  tallyCommits(from, to).flatMap((commit) => commit.facts);

/** An event of `commits` commits, closed, whose database holds the first `inSnapshot` facts. */
async function eventOf(commits: number, inSnapshot: number) {
  const disk = faultyDisk();
  const folder = join(testFolder(), ID);
  const options = tallyOptions(folder, disk);
  const open = () => openEventStore(options);
  const store = await open();
  for (const commit of tallyCommits(1, commits)) await store.append(commit);
  await store.snapshot(words(1, inSnapshot), inSnapshot);
  await store.close();
  const path = (name: string) => join(folder, name);
  return { disk, folder, open, journal: path('journal.jsonl'), database: path('db.json') };
}

async function all(commits: AsyncIterable<TallyCommit>): Promise<TallyCommit[]> {
  const list: TallyCommit[] = [];
  for await (const commit of commits) list.push(commit);
  return list;
}

function flip(path: string, at: number): Buffer {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  return bytes;
}

/** The event's files as a history of their own, as a restored backup would be. */
async function underAnotherMark(folder: string): Promise<Map<string, Uint8Array>> {
  const names = ['db.json', 'journal.jsonl'] as const;
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  return (await filesOfItsOwn(files)).put;
}

test('a new event begins with its initial state, a database and no facts', async () => {
  const folder = join(testFolder(), ID);
  const store = await openEventStore(tallyOptions(folder));
  expect(store).toMatchObject({ state: [], seq: 0, problems: [], recovery: null });
  expect(readdirSync(folder).sort()).toEqual(['db.json', 'journal.jsonl']);
  await store.close();
});

test.each([0, 4, 10])('ten facts are there again with the first %i in the database', async (n) => {
  const { open } = await eventOf(10, n);
  const store = await open();
  expect(store).toMatchObject({ state: words(1, 10), seq: 10, problems: [] });
  await store.append(tallyCommit(11));
  await store.close();
  expect((await open()).state).toEqual(words(1, 11));
});

test('a torn tail at every byte is forgotten, and work goes on behind it', async () => {
  const { open, journal } = await eventOf(3, 1);
  const whole = readFileSync(journal);
  const keep = whole.lastIndexOf('\n', whole.length - 2) + 1;
  for (let cut = keep; cut < whole.length; cut++) {
    writeFileSync(journal, whole.subarray(0, cut));
    const store = await open();
    expect(store, `cut at ${cut}`).toMatchObject({ state: words(1, 2), seq: 2, problems: [] });
    await store.append(tallyCommit(3));
    await store.close();
    expect(readFileSync(journal).equals(whole)).toBe(true);
  }
});

describe('a database that cannot be used is rebuilt from the journal', () => {
  const damages: Array<[string, string, (path: string) => void]> = [
    ['empty', 'empty', (path) => writeFileSync(path, '')],
    ['full of NUL', 'nul-filled', (path) => writeFileSync(path, Buffer.alloc(500))],
    ['cut off', 'not-json', (path) => writeFileSync(path, readFileSync(path).subarray(0, 60))],
    [
      'changed in one byte',
      'checksum',
      (path) => void flip(path, readFileSync(path).indexOf('fact 2')),
    ],
  ];
  test.each(damages)('when it is %s, and kept aside', async (_how, what, damage) => {
    const { open, database, folder } = await eventOf(5, 4);
    damage(database);
    const damaged = readFileSync(database);
    const store = await open();
    expect(store).toMatchObject({ state: words(1, 5), seq: 5 });
    expect(store.problems).toMatchObject([{ file: 'db.json', what }]);
    const kept = 'db.damaged-2026-11-22T07-29-05-123Z.json';
    expect(store.recovery).toEqual({ from: 'journal', lost: [], dropped: 0, kept: [kept] });
    await store.close();
    expect(readFileSync(join(folder, kept))).toEqual(damaged);
    expect(await open()).toMatchObject({ state: words(1, 5), problems: [] });
  });

  test('when it is missing', async () => {
    const { open, database } = await eventOf(5, 4);
    rmSync(database);
    const store = await open();
    expect(store).toMatchObject({ state: words(1, 5) });
    expect(store.problems).toMatchObject([{ file: 'db.json', what: 'missing' }]);
    expect(existsSync(database)).toBe(true);
  });
});

/** The bytes of all files, by name. */
function filesOf(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile());
  return new Map(names.map(({ name }) => [name, readFileSync(join(folder, name))]));
}

test('without database and journal both usable, no empty event takes their place', async () => {
  const { open, database, journal, folder } = await eventOf(5, 4);
  writeFileSync(database, '');
  writeFileSync(journal, '');
  const before = filesOf(folder);
  await expect(open()).rejects.toMatchObject({ code: 'damaged' });
  await expect(open()).rejects.toThrow('nothing was changed');
  expect(filesOf(folder)).toEqual(before);
});

test('nor when both files are gone and something else shows that there was an event', async () => {
  const { open, database, journal, folder } = await eventOf(5, 4);
  rmSync(database);
  rmSync(journal);
  writeFileSync(join(folder, 'db.damaged-2026-01-01.json'), '');
  await expect(open()).rejects.toMatchObject({ code: 'damaged' });
});

test('a missing journal: the database stands, what it lacks is named, and work goes on', async () => {
  const { open, journal } = await eventOf(5, 4);
  rmSync(journal);
  const store = await open();
  expect(store).toMatchObject({ state: words(1, 4), seq: 4 });
  expect(store.problems).toMatchObject([{ what: 'behind' }, { what: 'missing' }]);
  await store.append(tallyCommit(5, 'after'));
  await store.close();
  const again = await open();
  expect(again).toMatchObject({ state: [...words(1, 4), 'after'], problems: [], recovery: null });
  await expect(all(again.commits())).rejects.toMatchObject({ code: 'lost' });
});

describe('a flipped byte in the middle of the journal', () => {
  /** Flips one in a line (from 1). */
  function flipLine(path: string, line: number): Buffer {
    const bytes = readFileSync(path);
    let start = 0;
    for (let i = 1; i < line; i++) start = bytes.indexOf('\n', start) + 1;
    return flip(path, start + 30);
  }

  test('behind the database: that one fact is lost, all others are there, work goes on', async () => {
    const { open, journal, folder } = await eventOf(6, 2);
    const damaged = flipLine(journal, 5);
    const store = await open();
    expect(store).toMatchObject({ state: [...words(1, 3), ...words(5, 6)], seq: 6 });
    expect(store.problems).toMatchObject([{ file: 'journal.jsonl', line: 5, what: 'checksum' }]);
    const kept = 'journal.damaged-2026-11-22T07-29-05-123Z.jsonl';
    const lost = [{ from: 4, to: 4 }];
    expect(store.recovery).toEqual({ from: 'database', lost, dropped: 0, kept: [kept] });
    expect(readFileSync(join(folder, kept))).toEqual(damaged);
    await store.append(tallyCommit(7));
    await store.close();
    const again = await open();
    expect(again).toMatchObject({ seq: 7, problems: [], recovery: null });
    expect(again.state).toEqual([...words(1, 3), ...words(5, 7)]);
  });

  test('inside the database: nothing is lost but a line of the history', async () => {
    const { open, journal } = await eventOf(6, 5);
    flipLine(journal, 2);
    const store = await open();
    expect(store).toMatchObject({ state: words(1, 6), recovery: { lost: [], dropped: 0 } });
    expect(store.problems).toMatchObject([{ line: 2, what: 'checksum' }]);
    await store.append(tallyCommit(7));
    await expect(all(store.commits())).rejects.toMatchObject({ code: 'lost' });
    await store.close();
    expect((await open()).state).toEqual(words(1, 7));
  });

  test('a backup gives the history its line back', async () => {
    const { open, journal, disk, folder } = await eventOf(6, 5);
    await makeBackup(disk, folder, { why: 'asked', at: 1, event: ID });
    flipLine(journal, 2);
    const store = await open();
    expect(store).toMatchObject({ state: words(1, 6), recovery: { lost: [] } });
    expect(await all(store.commits())).toEqual(tallyCommits(1, 6));
  });

  test('with the database gone as well: the backup, and what the journal holds behind it', async () => {
    const { open, journal, database, disk, folder } = await eventOf(6, 6);
    await makeBackup(disk, folder, { why: 'asked', at: 1, event: ID });
    const store = await open();
    for (const commit of tallyCommits(7, 9)) await store.append(commit);
    await store.close();
    flipLine(journal, 4);
    writeFileSync(database, '{');
    const again = await open();
    expect(again).toMatchObject({ state: words(1, 9), recovery: { from: 'backup', lost: [] } });
    expect(await all(again.commits())).toEqual(tallyCommits(1, 9));
  });

  test('and later the database too: what a backup still holds of the lost lines is there', async () => {
    const { open, journal, database, disk, folder } = await eventOf(6, 5);
    flipLine(journal, 3);
    await (await open()).close();
    await makeBackup(disk, folder, { why: 'asked', at: 1, event: ID });
    rmSync(database);
    const store = await open();
    expect(store).toMatchObject({ state: words(1, 6), recovery: { from: 'backup', lost: [] } });
  });

  test('a line put in the place of another, which says that it was lost, is told', async () => {
    const { open, journal } = await eventOf(6, 3);
    const lines = readFileSync(journal, 'utf8').split('\n');
    lines[5] = lostLine(5, 1).trimEnd();
    writeFileSync(journal, lines.join('\n'));
    const store = await open();
    expect(store.problems).toMatchObject([{ file: 'journal.jsonl', line: 6, what: 'gap' }]);
    expect(store.recovery).toMatchObject({ lost: [{ from: 5, to: 5 }] });
    await store.close();
    const again = await open();
    expect(again).toMatchObject({ state: store.state, problems: [], recovery: null });
  });

  test('a backup of a history that went another way is not mixed in', async () => {
    const { open, journal, database, disk, folder } = await eventOf(6, 6);
    await makeBackup(disk, folder, { why: 'asked', at: 1, event: ID });
    for (const [name, bytes] of await underAnotherMark(folder)) {
      writeFileSync(join(folder, name), bytes);
    }
    expect(await open()).toMatchObject({ state: words(1, 6), problems: [] });
    flipLine(journal, 4);
    writeFileSync(database, '{');
    const again = await open();
    expect(again).toMatchObject({ recovery: { from: 'journal', lost: [{ from: 3, to: 3 }] } });
    expect(again.state).toEqual([...words(1, 2), ...words(4, 6)]);
  });
});

test('everything gone but a backup: the event is as it was then', async () => {
  const { open, journal, database, disk, folder } = await eventOf(6, 6);
  await makeBackup(disk, folder, { why: 'asked', at: 1, event: ID });
  rmSync(journal);
  rmSync(database);
  const store = await open();
  expect(store).toMatchObject({ state: words(1, 6), recovery: { from: 'backup', lost: [] } });
  expect(await all(store.commits())).toEqual(tallyCommits(1, 6));
});

test('a database of another history than the journal is put aside', async () => {
  const { open, database, folder } = await eventOf(6, 2);
  writeFileSync(database, (await underAnotherMark(folder)).get('db.json') ?? '');
  const store = await open();
  expect(store.problems).toMatchObject([{ file: 'db.json', what: 'history' }]);
  expect(store).toMatchObject({ state: words(1, 6), recovery: { from: 'journal', lost: [] } });
});

test('a repair that finds no room changes nothing, and succeeds once there is some', async () => {
  const { open, database, disk, folder } = await eventOf(5, 4);
  writeFileSync(database, '');
  const before = filesOf(folder);
  disk.fillAfter(100);
  await expect(open()).rejects.toMatchObject({ code: 'disk-full' });
  expect(filesOf(folder)).toEqual(before);
  disk.fillAfter(null);
  expect((await open()).state).toEqual(words(1, 5));
});

test('a journal of a later version is refused and no byte of the folder is changed', async () => {
  const { open, journal, folder } = await eventOf(3, 3);
  const [head = '', ...lines] = readFileSync(journal, 'utf8').split('\n');
  const body = `{${head.slice(18)}`.replace('"version":3', '"version":4');
  const sum = crc32(body).toString(16).padStart(8, '0');
  writeFileSync(journal, [`{"crc":"${sum}",${body.slice(1)}`, ...lines].join('\n'));
  const before = filesOf(folder);
  await expect(open()).rejects.toMatchObject({ code: 'newer' });
  expect(filesOf(folder)).toEqual(before);
});

test('a later version is refused and no byte of the folder is changed', async () => {
  const { open, database, journal, folder } = await eventOf(3, 3);
  const text = readFileSync(database, 'utf8').replace('"version":3', '"version":4');
  writeFileSync(database, text);
  writeFileSync(journal, `${readFileSync(journal, 'utf8')}torn`);
  const before = filesOf(folder);
  await expect(open()).rejects.toMatchObject({ code: 'newer' });
  expect(filesOf(folder)).toEqual(before);
});

test('the history reads back whole, up to what is durable', async () => {
  const { open } = await eventOf(450, 100);
  const store = await open();
  expect(await all(store.commits())).toEqual(tallyCommits(1, 450));
});

test('a snapshot of facts that are not saved yet is refused', async () => {
  const { open } = await eventOf(3, 3);
  const store = await open();
  await expect(store.snapshot(words(1, 4), 4)).rejects.toMatchObject({ code: 'order' });
});

test('an older snapshot never takes the place of a newer one', async () => {
  const { open, database } = await eventOf(5, 5);
  const store = await open();
  await store.snapshot(words(1, 2), 2);
  expect(readFileSync(database, 'utf8')).toContain('"seq":5');
});

test('a failed snapshot harms nothing and the next one is written', async () => {
  const { open, disk, database } = await eventOf(5, 3);
  const store = await open();
  disk.fail('rename', 'EPERM');
  await expect(store.snapshot(words(1, 5), 5)).rejects.toMatchObject({ code: 'denied' });
  expect(readFileSync(database, 'utf8')).toContain('"seq":3');
  await store.snapshot(words(1, 4), 4);
  expect(readFileSync(database, 'utf8')).toContain('"seq":4');
});

test('a failed sync refuses commits until both files are written afresh', async () => {
  const { open, disk, database } = await eventOf(3, 0);
  const store = await open();
  disk.fail('datasync', 'EIO');
  await expect(store.append(tallyCommit(4))).rejects.toMatchObject({ code: 'io' });
  expect(store.broken).toBe(true);
  await expect(store.append(tallyCommit(4))).rejects.toMatchObject({ code: 'broken' });
  await store.recover(words(1, 3), 3);
  expect(store.broken).toBe(false);
  expect(readFileSync(database, 'utf8')).toContain('"seq":3');
  await store.append(tallyCommit(4));
  await store.close();
  expect((await open()).state).toEqual(words(1, 4));
});

test('a disk that fails while an event is made leaves an error, not half an event that opens', async () => {
  const disk = faultyDisk();
  const options = tallyOptions(join(testFolder(), ID), disk);
  disk.fail('datasync', 'ENOSPC');
  await expect(openEventStore(options)).rejects.toMatchObject({ code: 'disk-full' });
  const store = await openEventStore(options);
  expect(store).toMatchObject({ seq: 0, problems: [] });
});

import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openEventStore } from './eventStore';
import { faultyDisk } from './faultyDisk';
import { tallyCommit, tallyCommits, tallyOptions, testFolder } from './tally';
import type { TallyCommit } from './tally';

const words = (from: number, to: number) =>
  tallyCommits(from, to).flatMap((commit) => commit.facts);

/** An event of `commits` commits, closed, whose database holds the first `inSnapshot` facts. */
async function eventOf(commits: number, inSnapshot: number) {
  const disk = faultyDisk();
  const folder = join(testFolder(), 'event');
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

test('a new event begins with its initial state, a database and no facts', async () => {
  const folder = join(testFolder(), 'event');
  const store = await openEventStore(tallyOptions(folder));
  expect(store).toMatchObject({ state: [], seq: 0, problems: [], readOnly: false });
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
    ['changed in one byte', 'checksum', (path) => void flip(path, 63)],
  ];
  test.each(damages)('when it is %s, and kept aside', async (_how, what, damage) => {
    const { open, database, folder } = await eventOf(5, 4);
    damage(database);
    const damaged = readFileSync(database);
    const store = await open();
    expect(store).toMatchObject({ state: words(1, 5), seq: 5, readOnly: false });
    expect(store.problems).toMatchObject([{ file: 'db.json', what }]);
    await store.close();
    const kept = join(folder, 'db.damaged-2026-11-22T07-29-05-123Z.json');
    expect(readFileSync(kept)).toEqual(damaged);
    expect(await open()).toMatchObject({ state: words(1, 5), problems: [] });
  });

  test('when it is missing', async () => {
    const { open, database } = await eventOf(5, 4);
    rmSync(database);
    const store = await open();
    expect(store).toMatchObject({ state: words(1, 5), readOnly: false });
    expect(store.problems).toMatchObject([{ file: 'db.json', what: 'missing' }]);
    expect(existsSync(database)).toBe(true);
  });
});

test('without database and journal both usable, no empty event takes their place', async () => {
  const { open, database, journal } = await eventOf(5, 4);
  writeFileSync(database, '');
  writeFileSync(journal, '');
  const store = await open();
  expect(store.readOnly).toBe(true);
  expect(store.problems.length).toBeGreaterThan(0);
  await expect(store.append(tallyCommit(1))).rejects.toMatchObject({ code: 'read-only' });
  await expect(store.snapshot([], 0)).rejects.toMatchObject({ code: 'read-only' });
  expect(readFileSync(database, 'utf8') + readFileSync(journal, 'utf8')).toBe('');
});

test('a missing journal is named, and the event opens for reading', async () => {
  const { open, journal } = await eventOf(5, 4);
  rmSync(journal);
  const store = await open();
  expect(store).toMatchObject({ state: words(1, 4), readOnly: true });
  expect(store.problems[0]).toMatchObject({ file: 'journal.jsonl', what: 'missing' });
  expect(existsSync(journal)).toBe(false);
});

describe('a flipped byte in the middle of the journal', () => {
  test('behind the database: state up to it, nothing written, the line named', async () => {
    const { open, journal, database } = await eventOf(6, 2);
    const lineLength = readFileSync(journal).indexOf('\n') + 1;
    const damaged = flip(journal, lineLength * 3 + 30);
    const before = readFileSync(database);
    const store = await open();
    expect(store).toMatchObject({ state: words(1, 3), seq: 3, readOnly: true });
    expect(store.problems).toMatchObject([{ file: 'journal.jsonl', line: 4, what: 'checksum' }]);
    await expect(store.append(tallyCommit(4))).rejects.toThrow('line 4');
    await store.close();
    expect(readFileSync(journal)).toEqual(damaged);
    expect(readFileSync(database)).toEqual(before);
  });

  test('inside the database: the whole state, work goes on, the line named', async () => {
    const { open, journal } = await eventOf(6, 5);
    flip(journal, 30);
    const store = await open();
    expect(store).toMatchObject({ state: words(1, 6), readOnly: false });
    expect(store.problems).toMatchObject([{ line: 1, what: 'checksum' }]);
    await store.append(tallyCommit(7));
    await expect(all(store.commits())).rejects.toMatchObject({ code: 'damaged' });
    await store.close();
    expect((await open()).state).toEqual(words(1, 7));
  });
});

test('a later version is refused and no byte of the folder is changed', async () => {
  const { open, database, journal, folder } = await eventOf(3, 3);
  const text = readFileSync(database, 'utf8').replace('"version":1', '"version":2');
  writeFileSync(database, text);
  writeFileSync(journal, `${readFileSync(journal, 'utf8')}torn`);
  const bytes = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]);
  const before = bytes();
  await expect(open()).rejects.toMatchObject({ code: 'newer' });
  expect(bytes()).toEqual(before);
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
  const options = tallyOptions(join(testFolder(), 'event'), disk);
  disk.fail('datasync', 'ENOSPC');
  await expect(openEventStore(options)).rejects.toMatchObject({ code: 'disk-full' });
  const store = await openEventStore(options);
  expect(store).toMatchObject({ seq: 0, problems: [] });
});

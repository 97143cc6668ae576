import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultyDisk } from './faultyDisk';
import { openJournal } from './journal';
import { journalLine } from './journalLine';
import { tallyCommit, tallyCommits, testFolder } from './tally';
import type { TallyCommit } from './tally';

const START = { length: 0, next: 1 };

async function freshJournal() {
  const disk = faultyDisk();
  const path = join(testFolder(), 'journal.jsonl');
  const journal = await openJournal<TallyCommit>(disk, path, START);
  const lines = () => readFileSync(path, 'utf8');
  const syncs = () => disk.count('datasync', 'journal.jsonl');
  return { disk, path, journal, lines, syncs };
}

/** The lines of commits that were each written alone, or all together. */
const text = (commits: readonly TallyCommit[]) =>
  commits.map((commit) => journalLine(commit)).join('');
const together = (commits: readonly TallyCommit[]) =>
  commits.map((commit) => journalLine(commit, commits[0]?.seq)).join('');

test('an append is answered only after its line is written and synced', async () => {
  const { disk, journal, lines } = await freshJournal();
  disk.log.length = 0;
  await journal.append([tallyCommit(1)]);
  expect(disk.log).toEqual(['write journal.jsonl', 'datasync journal.jsonl']);
  expect(lines()).toBe(text([tallyCommit(1)]));
});

test('a hundred appends at once share one write and one sync, and are answered in order', async () => {
  const { disk, journal, lines } = await freshJournal();
  disk.log.length = 0;
  const commits = tallyCommits(1, 100);
  const answered: number[] = [];
  await Promise.all(
    commits.map((commit) => journal.append([commit]).then(() => answered.push(commit.seq))),
  );
  expect(disk.log).toEqual(['write journal.jsonl', 'datasync journal.jsonl']);
  expect(answered).toEqual(commits.map((commit) => commit.seq));
  expect(lines()).toBe(together(commits));
});

test('what arrives during a sync goes out together in the next one', async () => {
  const { disk, journal, lines } = await freshJournal();
  disk.log.length = 0;
  const first = journal.append([tallyCommit(1)]);
  await new Promise((resolve) => setImmediate(resolve));
  const later = tallyCommits(2, 9).map((commit) => journal.append([commit]));
  await Promise.all([first, ...later]);
  expect(disk.count('datasync', 'journal.jsonl')).toBe(2);
  expect(lines()).toBe(text([tallyCommit(1)]) + together(tallyCommits(2, 9)));
});

test('a commit out of sequence is refused and harms nothing', async () => {
  const { journal, lines } = await freshJournal();
  await journal.append([tallyCommit(1, 'a', 'b')]);
  await expect(journal.append([tallyCommit(2)])).rejects.toMatchObject({ code: 'order' });
  await expect(journal.append([tallyCommit(4)])).rejects.toMatchObject({ code: 'order' });
  await journal.append([tallyCommit(3)]);
  expect(lines()).toBe(text([tallyCommit(1, 'a', 'b'), tallyCommit(3)]));
  expect(journal.end.next).toBe(4);
});

test('short writes are continued to the last byte', async () => {
  const { disk, journal, lines } = await freshJournal();
  disk.shorten(7);
  await Promise.all(tallyCommits(1, 5).map((commit) => journal.append([commit])));
  expect(lines()).toBe(together(tallyCommits(1, 5)));
});

test('a full disk refuses the commit and all behind it, keeps what was there, and goes on with room', async () => {
  const { disk, journal, lines } = await freshJournal();
  await journal.append([tallyCommit(1)]);
  disk.fillAfter(20);
  const refused = await Promise.allSettled(
    tallyCommits(2, 4).map((commit) => journal.append([commit])),
  );
  expect(refused.map((each) => each.status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(refused[0]).toMatchObject({ reason: { code: 'disk-full', name: 'StoreError' } });
  expect(lines()).toBe(text([tallyCommit(1)]));
  expect(journal.broken).toBe(false);
  disk.fillAfter(null);
  await journal.append([tallyCommit(2, 'again')]);
  expect(lines()).toBe(text([tallyCommit(1), tallyCommit(2, 'again')]));
});

test('commits that waited behind a failed write fail with it', async () => {
  const { disk, journal, lines } = await freshJournal();
  disk.fail('write', 'EIO');
  const first = journal.append([tallyCommit(1)]);
  await new Promise((resolve) => setImmediate(resolve));
  const behind = journal.append([tallyCommit(2)]);
  await expect(first).rejects.toMatchObject({ code: 'io' });
  await expect(behind).rejects.toMatchObject({ code: 'io' });
  expect(journal.end).toEqual(START);
  await journal.append([tallyCommit(1)]);
  expect(lines()).toBe(text([tallyCommit(1)]));
});

test('after a failed sync the handle is never used again, and recovery writes a fresh file', async () => {
  const { disk, journal, lines, syncs } = await freshJournal();
  await journal.append([tallyCommit(1)]);
  disk.fail('datasync', 'EIO');
  await expect(journal.append([tallyCommit(2)])).rejects.toMatchObject({ code: 'io' });
  const synced = syncs();
  expect(journal.broken).toBe(true);
  expect(lines(), 'the refused commit does not come back').toBe(text([tallyCommit(1)]));
  await expect(journal.append([tallyCommit(2)])).rejects.toMatchObject({ code: 'broken' });
  expect(syncs()).toBe(synced);

  disk.log.length = 0;
  await journal.recover();
  expect(disk.log.slice(0, 5)).toEqual([
    'open journal.jsonl.tmp',
    'write journal.jsonl.tmp',
    'datasync journal.jsonl.tmp',
    'rename journal.jsonl.tmp',
    'open journal.jsonl',
  ]);
  expect(journal.broken).toBe(false);
  await journal.append([tallyCommit(2, 'again')]);
  expect(lines()).toBe(text([tallyCommit(1), tallyCommit(2, 'again')]));
});

test('a journal that could not be put back after a failed write is broken', async () => {
  const { disk, journal } = await freshJournal();
  disk.fillAfter(20);
  disk.fail('truncate', 'EIO');
  await expect(journal.append([tallyCommit(1)])).rejects.toMatchObject({ code: 'disk-full' });
  expect(journal.broken).toBe(true);
  disk.fillAfter(null);
  await journal.recover();
  await journal.append([tallyCommit(1)]);
  expect(journal.end.next).toBe(2);
});

test('a recovery that fails leaves the journal refusing, and can be tried again', async () => {
  const { disk, journal, lines } = await freshJournal();
  await journal.append([tallyCommit(1)]);
  disk.fail('datasync', 'EIO', 2);
  await expect(journal.append([tallyCommit(2)])).rejects.toMatchObject({ code: 'io' });
  await expect(journal.recover()).rejects.toMatchObject({ code: 'io' });
  await expect(journal.append([tallyCommit(2)])).rejects.toMatchObject({ code: 'broken' });
  await journal.recover();
  await journal.append([tallyCommit(2)]);
  expect(lines()).toBe(text(tallyCommits(1, 2)));
});

test('two who ask for recovery at once share it', async () => {
  const { disk, journal } = await freshJournal();
  disk.fail('datasync', 'EIO');
  await expect(journal.append([tallyCommit(1)])).rejects.toMatchObject({ code: 'io' });
  disk.log.length = 0;
  await Promise.all([journal.recover(), journal.recover()]);
  expect(disk.count('rename', 'journal.jsonl.tmp')).toBe(1);
  await journal.append([tallyCommit(1)]);
  expect(journal.end.next).toBe(2);
});

test('recovery does not pass on a journal that no longer holds what was saved', async () => {
  const { disk, journal, path } = await freshJournal();
  await journal.append([tallyCommit(1)]);
  disk.fail('datasync', 'EIO');
  await expect(journal.append([tallyCommit(2)])).rejects.toMatchObject({ code: 'io' });
  const damaged = readFileSync(path);
  damaged[25] = 0;
  writeFileSync(path, damaged);
  await expect(journal.recover()).rejects.toMatchObject({ code: 'damaged' });
  expect(readFileSync(path)).toEqual(damaged);
});

test('a torn tail is cut off on opening, and synced before anything is built on it', async () => {
  const disk = faultyDisk();
  const path = join(testFolder(), 'journal.jsonl');
  const whole = journalLine(tallyCommit(1));
  writeFileSync(path, `${whole}{"crc":"00`);
  const journal = await openJournal<TallyCommit>(disk, path, { length: whole.length, next: 2 });
  expect(readFileSync(path, 'utf8')).toBe(whole);
  expect(disk.log.slice(0, 3)).toEqual([
    'open journal.jsonl',
    'truncate journal.jsonl',
    'datasync journal.jsonl',
  ]);
  await journal.append([tallyCommit(2)]);
  expect(readFileSync(path, 'utf8')).toBe(text(tallyCommits(1, 2)));
});

test('closing waits for what is under way and refuses what comes later', async () => {
  const { journal, lines } = await freshJournal();
  const under = journal.append([tallyCommit(1)]);
  await journal.close();
  await under;
  expect(lines()).toBe(text([tallyCommit(1)]));
  await expect(journal.append([tallyCommit(2)])).rejects.toMatchObject({ code: 'closed' });
});

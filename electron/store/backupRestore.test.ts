import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreFiles } from './backupRestore';
import { makeBackup, newestGoodBackup, readBackup } from './backups';
import { JOURNAL_FILE, SNAPSHOT_FILE } from './eventFiles';
import { openEventStore } from './eventStore';
import { faultyDisk } from './faultyDisk';
import { nodeDisk } from './nodeDisk';
import { tallyCommit, tallyCommits, tallyOptions, testFolder } from './tally';

const EVENT = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const AT = Date.UTC(2026, 10, 22, 7);

async function eventOf(facts: number): Promise<string> {
  const folder = join(testFolder(), EVENT);
  const store = await openEventStore(tallyOptions(folder));
  for (const commit of tallyCommits(1, facts)) await store.append(commit);
  await store.close();
  return folder;
}

async function stateOf(folder: string): Promise<readonly string[]> {
  const store = await openEventStore(tallyOptions(folder));
  await store.close();
  expect(store.problems).toEqual([]);
  return store.state;
}

async function say(folder: string, seq: number, word: string): Promise<void> {
  const store = await openEventStore(tallyOptions(folder));
  await store.append(tallyCommit(seq, word));
  await store.close();
}

const markIn = (text: string) => /"history":"([0-9a-f]+)"/.exec(text)?.[1] ?? 'none';
/** The mark of the history that journal and database share. */
async function markOf(folder: string): Promise<string> {
  const texts = [JOURNAL_FILE, SNAPSHOT_FILE].map((file) => readFile(join(folder, file), 'utf8'));
  const [journal = '', database = ''] = (await Promise.all(texts)).map(markIn);
  expect(database).toBe(journal);
  return journal;
}

const now = { at: AT + 60_000, event: EVENT };

describe('restoring a backup', () => {
  it('brings back what it holds, and can be taken back itself', async () => {
    const folder = await eventOf(4);
    const { name } = await makeBackup(nodeDisk, folder, { why: 'asked', at: AT, event: EVENT });
    const then = await stateOf(folder);
    await say(folder, 5, 'later');
    const good = await readBackup(nodeDisk, folder, name, EVENT);
    const { before } = await restoreFiles(nodeDisk, folder, good.files, now);
    expect(await stateOf(folder)).toEqual(then);
    expect(before).toMatchObject({ why: 'restore', seq: 5 });
    const undo = await readBackup(nodeDisk, folder, before?.name ?? '', EVENT);
    await restoreFiles(nodeDisk, folder, undo.files, { ...now, at: AT + 120_000 });
    expect(await stateOf(folder)).toEqual([...then, 'later']);
  });

  it('starts a history of its own: facts of before never fill a hole behind it', async () => {
    const folder = await eventOf(4);
    const { name } = await makeBackup(nodeDisk, folder, { why: 'asked', at: AT, event: EVENT });
    await say(folder, 5, 'before');
    const good = await readBackup(nodeDisk, folder, name, EVENT);
    await restoreFiles(nodeDisk, folder, good.files, now);
    const again = await readBackup(nodeDisk, folder, name, EVENT);
    const mark = await markOf(folder);
    expect(mark).not.toBe(markIn(good.files.get(JOURNAL_FILE)?.toString() ?? ''));
    await restoreFiles(nodeDisk, folder, again.files, { ...now, at: AT + 90_000 });
    expect(await markOf(folder)).not.toBe(mark);
    await say(folder, 5, 'after');
    await say(folder, 6, 'last');
    const path = join(folder, JOURNAL_FILE);
    const text = (await readFile(path, 'utf8')).replace('"after"', '"aftex"');
    await writeFile(path, text);
    const store = await openEventStore(tallyOptions(folder));
    await store.close();
    expect(store.state).not.toContain('before');
    expect(store.state).toContain('last');
  });

  it('keeps damaged files aside, of which no backup can be made', async () => {
    const folder = await eventOf(4);
    const { name } = await makeBackup(nodeDisk, folder, { why: 'asked', at: AT, event: EVENT });
    const then = await stateOf(folder);
    const junk = Buffer.alloc(500);
    await writeFile(join(folder, SNAPSHOT_FILE), junk);
    const good = await readBackup(nodeDisk, folder, name, EVENT);
    const { before, aside } = await restoreFiles(nodeDisk, folder, good.files, now);
    expect(before).toBeNull();
    expect(await stateOf(folder)).toEqual(then);
    const kept = aside.find((one) => one.startsWith('db.damaged-')) ?? '';
    expect(await readFile(join(folder, kept))).toEqual(junk);
  });

  it.each(['write', 'datasync', 'rename'] as const)(
    'changes nothing when the disk fails at %s before it is decided',
    async (step) => {
      const folder = await eventOf(4);
      const { name } = await makeBackup(nodeDisk, folder, { why: 'asked', at: AT, event: EVENT });
      await say(folder, 5, 'later');
      const then = await stateOf(folder);
      const good = await readBackup(nodeDisk, folder, name, EVENT);
      const disk = faultyDisk();
      disk.fail(step, 'ENOSPC');
      const refused = restoreFiles(disk, folder, good.files, now);
      await expect(refused).rejects.toMatchObject({ code: 'disk-full' });
      expect(await stateOf(folder)).toEqual(then);
      expect((await newestGoodBackup(nodeDisk, folder, EVENT))?.name).toBe(name);
      expect((await readdir(folder)).filter((one) => /new|tmp|swap/.test(one))).toEqual([]);
    },
  );
});

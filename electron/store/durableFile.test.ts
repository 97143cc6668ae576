import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { Low } from 'lowdb';
import { expect, test } from 'vitest';
import { DurableFile } from './durableFile';
import { faultyDisk } from './faultyDisk';
import { tallyOptions, testFolder } from './tally';
import type { Tally } from './tally';

const history = '0123456789abcdef';

function freshDatabase() {
  const disk = faultyDisk();
  const folder = testFolder();
  const path = join(folder, 'db.json');
  const file = new DurableFile<Tally>(disk, path, tallyOptions(folder, disk));
  return { disk, folder, path, file };
}

test('lowdb reads back what it wrote through the adapter', async () => {
  const { file } = freshDatabase();
  const low = new Low(file, { seq: 0, state: [], history });
  low.data = { seq: 2, state: ['ä', 'ŋ'], history };
  await low.write();
  const again = new Low(file, { seq: 0, state: [], history });
  await again.read();
  expect(again.data).toEqual({ seq: 2, state: ['ä', 'ŋ'], history });
});

test('the adapter writes to disk in a test run, where the preset of lowdb keeps all in memory', async () => {
  const { file, path, folder } = freshDatabase();
  const preset = join(folder, 'preset.json');
  await (await JSONFilePreset(preset, { a: 1 })).write();
  await file.write({ seq: 1, state: ['a'], history });
  expect(existsSync(preset)).toBe(false);
  expect(existsSync(path)).toBe(true);
});

test('the file is JSON that names its format, version and number', async () => {
  const { file, path } = freshDatabase();
  await file.write({ seq: 2, state: ['a', 'b'], history });
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
  expect(json).toEqual({
    format: 'nuija-db',
    version: 3,
    history,
    seq: 2,
    state: ['a', 'b'],
    crc: expect.stringMatching(/^[0-9a-f]{8}$/),
  });
});

test('the content is synced before it takes the place of the old, and the folder after', async () => {
  const { file, disk } = freshDatabase();
  await file.write({ seq: 1, state: ['a'], history });
  const order = disk.log.filter((step) => !step.startsWith('write'));
  expect(order.map((step) => step.split(' ')[0])).toEqual([
    'open',
    'datasync',
    'rename',
    'syncFolder',
  ]);
});

test('other work goes on between the pieces of a state', async () => {
  const { disk, path } = freshDatabase();
  const seen: string[] = [];
  const file = new DurableFile<Tally>(disk, path, {
    fromJson: () => [],
    *serialise() {
      yield '[';
      for (let i = 0; i < 3; i++) {
        seen.push(`piece ${i}`);
        setImmediate(() => seen.push('other work'));
        yield i === 0 ? '0' : `,${i}`;
      }
      yield ']';
    },
  });
  await file.write({ seq: 3, state: [], history });
  const [first, , third, , fifth] = seen;
  expect([first, third, fifth]).toEqual(['piece 0', 'piece 1', 'piece 2']);
});

test.each([
  ['a full disk', 'write', 'ENOSPC', 'disk-full'],
  ['a failed sync', 'datasync', 'EIO', 'io'],
  ['a refused rename', 'rename', 'EPERM', 'denied'],
] as const)(
  '%s is reported, the old content stands and nothing is left beside it',
  async (...of) => {
    const [, step, code, reported] = of;
    const { file, disk, folder, path } = freshDatabase();
    await file.write({ seq: 1, state: ['old'], history });
    const before = readFileSync(path);
    disk.fail(step, code);
    await expect(file.write({ seq: 2, state: ['new'], history })).rejects.toMatchObject({
      code: reported,
    });
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['db.json']);
    await file.write({ seq: 2, state: ['new'], history });
    expect(await file.read()).toEqual({ seq: 2, state: ['new'], history });
  },
);

test('short writes are continued to the last byte', async () => {
  const { file, disk } = freshDatabase();
  disk.shorten(3);
  await file.write({ seq: 1, state: ['Näkkäläjärvi'], history });
  expect(await file.read()).toEqual({ seq: 1, state: ['Näkkäläjärvi'], history });
});

test('a file that kept fewer bytes than it took is not published', async () => {
  const { disk, folder, path } = freshDatabase();
  const lossy = {
    ...disk,
    open: async (name: string, content: 'keep' | 'empty') => {
      const file = await disk.open(name, content);
      return { ...file, size: async () => (await file.size()) - 1 };
    },
  };
  const file = new DurableFile<Tally>(lossy, path, tallyOptions(folder));
  await expect(file.write({ seq: 1, state: ['a'], history })).rejects.toMatchObject({ code: 'io' });
  expect(existsSync(path)).toBe(false);
});

test('a missing file reads as none', async () => {
  expect(await freshDatabase().file.read()).toBeNull();
});

test.each([
  ['empty', 'empty', (): Buffer => Buffer.alloc(0)],
  ['full of NUL', 'nul-filled', (whole: Buffer) => Buffer.alloc(whole.length)],
  ['cut off', 'not-json', (whole: Buffer) => whole.subarray(0, whole.length - 9)],
  ['changed', 'checksum', (whole: Buffer) => Buffer.from(whole.toString().replace('abc', 'abd'))],
  ['of something else', 'unreadable', () => Buffer.from('{"posts":[]}')],
  [
    'without its checksum',
    'checksum',
    (whole: Buffer) => Buffer.from(whole.toString().replace(/,"crc":.*/, '}')),
  ],
] as const)('a file that is %s is named as %s', async (_how, what, damage) => {
  const { file, path } = freshDatabase();
  await file.write({ seq: 1, state: ['abc'], history });
  writeFileSync(path, damage(readFileSync(path)));
  await expect(file.read()).rejects.toMatchObject({ name: 'SnapshotError', what });
});

test('a state that the program cannot read is named', async () => {
  const { file, path, disk } = freshDatabase();
  await file.write({ seq: 1, state: ['abc'], history });
  const strict = new DurableFile<Tally>(disk, path, {
    serialise: () => [],
    fromJson: () => {
      throw new Error('no participants');
    },
  });
  await expect(strict.read()).rejects.toMatchObject({ what: 'unreadable' });
});

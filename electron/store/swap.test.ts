import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Disk } from './disk';
import { nodeDisk } from './nodeDisk';
import { finishSwap, swapFiles } from './swap';
import { testFolder } from './tally';

/** A disk that does nothing more from its nth step on, as if the power had gone. */
function dyingDisk(steps: number): Disk {
  let left = steps;
  const step = () => {
    if (left-- <= 0) throw Object.assign(new Error('the power is gone'), { code: 'EIO' });
  };
  const guarded = <A extends unknown[], B>(work: (...args: A) => Promise<B>) => {
    return async (...args: A): Promise<B> => {
      step();
      return work(...args);
    };
  };
  return {
    open: async (path, content) => {
      step();
      const file = await nodeDisk.open(path, content);
      return {
        ...file,
        write: guarded(file.write),
        datasync: guarded(file.datasync),
        truncate: guarded(file.truncate),
      };
    },
    read: nodeDisk.read,
    list: nodeDisk.list,
    makeFolder: guarded(nodeDisk.makeFolder),
    rename: guarded(nodeDisk.rename),
    remove: guarded(nodeDisk.remove),
    syncFolder: guarded(nodeDisk.syncFolder),
  };
}

const SWAP = {
  put: new Map([
    ['a.json', ['new a']],
    ['b.json', ['new b']],
    ['c.json', ['new c']],
  ]),
  remove: ['old.json', 'deep/old.json', 'never-there.json'],
};

function folderWithFiles() {
  const folder = testFolder();
  mkdirSync(join(folder, 'deep'));
  for (const name of ['a.json', 'b.json', 'old.json', 'deep/old.json']) {
    writeFileSync(join(folder, name), `old ${name[0]}`);
  }
  return folder;
}

const contentOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json') || /\.(new|tmp)$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

const OLD = {
  'a.json': 'old a',
  'b.json': 'old b',
  'old.json': 'old o',
  'deep/old.json': 'old d',
};
const NEW = { 'a.json': 'new a', 'b.json': 'new b', 'c.json': 'new c' };

test('several files are replaced, added and removed together', async () => {
  const folder = folderWithFiles();
  await swapFiles(nodeDisk, folder, SWAP);
  expect(contentOf(folder)).toEqual(NEW);
});

test('cut off at any step, opening finds all files old or all new, and nothing else', async () => {
  const outcomes = new Set<string>();
  let finished = false;
  for (let steps = 0; !finished; steps++) {
    const folder = folderWithFiles();
    finished = await swapFiles(dyingDisk(steps), folder, SWAP).then(
      () => true,
      () => false,
    );
    await finishSwap(nodeDisk, folder);
    const found = contentOf(folder);
    const which = found['a.json'] === 'new a' ? 'new' : 'old';
    expect(found, `after ${steps} steps`).toEqual(which === 'new' ? NEW : OLD);
    if (finished) expect(which).toBe('new');
    outcomes.add(which);
  }
  expect(outcomes).toEqual(new Set(['old', 'new']));
});

test('cut off again while it is being finished, it is finished the next time', async () => {
  for (let first = 0; first < 60; first++) {
    const folder = folderWithFiles();
    await swapFiles(dyingDisk(first), folder, SWAP).catch(() => undefined);
    const second = dyingDisk(first % 7);
    await finishSwap(second, folder).catch(() => undefined);
    await finishSwap(nodeDisk, folder);
    const found = contentOf(folder);
    expect([OLD, NEW]).toContainEqual(found);
  }
});

test('a list that cannot be read is an error that names it, and nothing is touched', async () => {
  const folder = folderWithFiles();
  writeFileSync(join(folder, 'swap.json'), '{"format":"nuija-swap","version":9}');
  writeFileSync(join(folder, 'a.json.new'), 'new a');
  await expect(finishSwap(nodeDisk, folder)).rejects.toMatchObject({
    code: 'damaged',
    path: join(folder, 'swap.json'),
  });
  expect(readFileSync(join(folder, 'a.json.new'), 'utf8')).toBe('new a');
});

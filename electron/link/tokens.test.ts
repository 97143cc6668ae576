import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptTokens } from './tokens';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuija-tokens-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('keeps the tokens of a data folder from one start to the next', async () => {
  const first = await keptTokens(folder);
  expect(first.desk).not.toBe(first.stage);
  expect(await keptTokens(folder)).toEqual(first);
});

it('gives every data folder tokens of its own', async () => {
  const other = await mkdtemp(join(tmpdir(), 'nuija-tokens-'));
  expect(await keptTokens(other)).not.toEqual(await keptTokens(folder));
  await rm(other, { recursive: true });
});

it('makes new tokens where the file is cut off or holds a short one', async () => {
  const path = join(folder, 'pairing.json');
  for (const text of ['{"desk":"', '{"desk":"a","stage":"b"}', '']) {
    await writeFile(path, text);
    const { desk } = await keptTokens(folder);
    expect(desk).toHaveLength(43);
    expect(await readFile(path, 'utf8')).toContain(desk);
  }
});

it.skipIf(process.platform === 'win32')('lets nobody but the owner read them', async () => {
  await keptTokens(folder);
  expect((await stat(join(folder, 'pairing.json'))).mode & 0o077).toBe(0);
});

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { HeldError, acquireLock, readLock } from './lock';
import { lockSchema } from './lockFile';
import { processMark } from './processMark';
import { testFolder } from './tally';

const lockFile = (data: string) => join(data, 'desk.lock');
const built = mkdtempSync(join(tmpdir(), 'nuija-lock-'));
afterAll(() => rmSync(built, { recursive: true, force: true }));

/** The lock as a module that a child process can load. */
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('./lock.ts', import.meta.url)),
      outDir: built,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'lock.mjs' } },
    },
  });
});

/** A process that waits for a line on standard input, tries to take the folder, says how it went, and stays. */
async function taker(data: string): Promise<{ child: ChildProcess; take(): Promise<string> }> {
  const program = `
    import { acquireLock } from ${JSON.stringify(pathToFileURL(join(built, 'lock.mjs')).href)};
    process.stdin.once('data', async () => {
      try { await acquireLock(${JSON.stringify(data)}); console.log('taken'); }
      catch (error) { console.log(error.name); }
    });
    console.log('ready');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const line = async () => String((await once(child.stdout, 'data'))[0]).trim();
  expect(await line()).toBe('ready');
  const take = () => {
    const answer = line();
    child.stdin.write('go\n');
    return answer;
  };
  return { child, take };
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('the lock says who holds the folder and how to reach it, to its owner alone', async () => {
  const data = join(testFolder(), 'new', 'data');
  const lock = await acquireLock(data, { url: 'http://127.0.0.1:1/', token: 't' }, 1_700_000);
  const holder = { pid: process.pid, since: 1_700_000, url: 'http://127.0.0.1:1/', token: 't' };
  expect(await readLock(data)).toEqual(holder);
  if (process.platform !== 'win32') expect(statSync(lockFile(data)).mode & 0o777).toBe(0o600);
  await lock.update({ url: 'http://127.0.0.1:2/' });
  expect(await readLock(data)).toEqual({ ...holder, url: 'http://127.0.0.1:2/', token: undefined });
  await lock.release();
  expect(await readLock(data)).toBeNull();
  expect(readdirSync(data)).toEqual([]);
});

test('a second taker is told which process holds the folder and since when', async () => {
  const data = testFolder();
  const lock = await acquireLock(data, {}, Date.UTC(2026, 10, 22, 7));
  const error: unknown = await acquireLock(data).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(HeldError);
  expect(String(error)).toContain(`process ${process.pid} since 2026-11-22T07:00:00.000Z`);
  await lock.release();
  await (await acquireLock(data)).release();
});

test('a process that was killed leaves nothing in the way', async () => {
  const data = testFolder();
  const { child, take } = await taker(data);
  expect(await take()).toBe('taken');
  expect((await readLock(data))?.pid).toBe(child.pid);
  await expect(acquireLock(data)).rejects.toThrow(HeldError);
  await killed(child);
  expect(await readLock(data)).toBeNull();
  const lock = await acquireLock(data);
  expect(readdirSync(data)).toEqual(['desk.lock']);
  await lock.release();
});

test.skipIf(processMark(process.pid) === null)(
  'a process that has only the number of a dead one holds nothing',
  async () => {
    const data = testFolder();
    await acquireLock(data);
    const found = lockSchema.parse(JSON.parse(readFileSync(lockFile(data), 'utf8')));
    writeFileSync(lockFile(data), JSON.stringify({ ...found, mark: 'an earlier start' }));
    expect(await readLock(data)).toBeNull();
    await (await acquireLock(data)).release();
  },
);

test.each([
  ['empty', ''],
  ['full of NUL', '\0'.repeat(200)],
])('a lock file that is %s after a power cut is taken over', async (_how, content) => {
  const data = testFolder();
  writeFileSync(lockFile(data), content);
  expect(await readLock(data)).toBeNull();
  const lock = await acquireLock(data);
  expect(readdirSync(data)).toEqual(['desk.lock']);
  await lock.release();
});

test('a lock that was taken over is not released by the one who lost it', async () => {
  const data = testFolder();
  const lost = await acquireLock(data);
  const found = lockSchema.parse(JSON.parse(readFileSync(lockFile(data), 'utf8')));
  writeFileSync(lockFile(data), JSON.stringify({ ...found, id: '0123456789abcdef' }));
  await lost.release();
  expect(readdirSync(data)).toEqual(['desk.lock']);
});

test.each(['a free folder', 'a dead lock', 'a damaged lock'])(
  'of processes that start at the same moment on %s exactly one gets it',
  async (start) => {
    for (let round = 0; round < 3; round++) {
      const data = testFolder();
      if (start === 'a dead lock') {
        const dead = await taker(data);
        expect(await dead.take()).toBe('taken');
        await killed(dead.child);
      }
      if (start === 'a damaged lock') writeFileSync(lockFile(data), '{"pid":');
      const takers = await Promise.all([taker(data), taker(data), taker(data)]);
      const answers = await Promise.all(takers.map(({ take }) => take()));
      expect(answers.sort()).toEqual(['HeldError', 'HeldError', 'taken']);
      const winner = await readLock(data);
      expect(takers.map(({ child }) => child.pid)).toContain(winner?.pid);
      expect(readdirSync(data)).toEqual(['desk.lock']);
    }
  },
  60_000,
);

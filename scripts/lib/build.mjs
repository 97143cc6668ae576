import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { at, root, tool } from './root.mjs';
import { runTool } from './run.mjs';
import { StepFailed } from './say.mjs';

const sources = [
  'electron',
  'renderer',
  'resources',
  'shared',
  'electron.vite.config.ts',
  'package-lock.json',
  'tsconfig.json',
];
const isTest = (file) => /\.(test|bench)\.tsx?$/.test(file);
const stampFile = at('out/.stamp');
const lock = at('node_modules/.nuija-build');

function filesUnder(place) {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [[place, found]];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)));
}

/** A mark of the sources as they are now: it changes when one is edited, added, moved or removed. */
function stampOfSources() {
  const hash = createHash('sha256');
  for (const [file, { size, mtimeMs }] of sources.flatMap((place) => filesUnder(at(place)))) {
    if (!isTest(file)) hash.update(`${path.relative(root, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Whether out/ was built from the sources as they are now, and can run here. */
export function buildIsFresh() {
  return (
    existsSync(at('node_modules/.package-lock.json')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stampOfSources()
  );
}

/** Whether the process that holds the lock is still at work; a lock of five minutes is stale. */
function isHeld() {
  const found = statSync(lock, { throwIfNoEntry: false });
  if (!found) return false;
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder) process.kill(holder, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return Date.now() - found.mtimeMs < 5 * 60_000;
}

/** Lets one process build at a time; a lock whose holder has gone is taken over. */
async function alone(work) {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isHeld()) await wait(100);
    else rmSync(lock, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Builds out/ when the sources are newer than it.
 * @returns {Promise<string>} what the build said; empty when there was nothing to do
 */
export async function build(tell) {
  if (buildIsFresh()) return '';
  return tell.step('build', (detail) =>
    alone(async () => {
      if (buildIsFresh()) return '';
      const stamp = stampOfSources();
      rmSync(stampFile, { force: true });
      const { code, output } = await runTool(tool.electronVite, ['build'], {
        env: { NODE_ENV: 'production' },
        onLine: detail,
      });
      if (code !== 0) throw new StepFailed(`The build did not succeed:\n${output.trim()}`);
      mkdirSync(at('out'), { recursive: true });
      writeFileSync(stampFile, stamp);
      return output;
    }),
  );
}

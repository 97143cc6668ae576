import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { attempts } from './attempts.mjs';
import { at } from './root.mjs';
import { runTool } from './run.mjs';

const patience = 60_000;

function read(...parts) {
  try {
    return readFileSync(at('node_modules/electron', ...parts), 'utf8').trim();
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The Electron program of this project, or undefined while only its npm package is there. */
export function electronProgram() {
  const name = read('path.txt');
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? at('node_modules/electron/dist');
  if (!name && !process.env.ELECTRON_OVERRIDE_DIST_PATH) return undefined;
  const program = path.join(folder, name ?? 'electron');
  return existsSync(program) ? program : undefined;
}

/** Bytes in a folder, files being written included. */
function bytesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => statSync(path.join(one.parentPath, one.name), { throwIfNoEntry: false }))
    .reduce((sum, found) => sum + (found?.size ?? 0), 0);
}

/** Stops a download into `folder` that has brought nothing new for a minute. */
const whileItGrows = (folder, detail) => (stop) => {
  let bytes = 0;
  let since = performance.now();
  const timer = setInterval(() => {
    const now = bytesIn(folder);
    if (now !== bytes) {
      bytes = now;
      since = performance.now();
      detail(`${Math.round(bytes / 1e6)} MB`);
    } else if (performance.now() - since > patience) stop();
  }, 500);
  return () => clearInterval(timer);
};

/**
 * The Electron program, fetched now if it is not there: its npm package installs without it and
 * downloads it with its own install.js.
 * @returns {Promise<string | undefined>} undefined when it cannot be had; not tried again for a day
 */
export async function haveElectron(tell) {
  const there = electronProgram();
  if (there) return there;
  const { version } = JSON.parse(read('package.json') ?? '{}');
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || attempts.failedLately('electron', version)) {
    return undefined;
  }
  await tell.step('fetch Electron', async (detail) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'nuija-electron-'));
    try {
      await runTool(at('node_modules/electron/install.js'), [], {
        env: { TMPDIR: folder, TEMP: folder, TMP: folder },
        watch: whileItGrows(folder, detail),
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return Boolean(electronProgram());
  });
  const program = electronProgram();
  if (program) attempts.succeeded('electron');
  else attempts.failed('electron', version);
  return program;
}

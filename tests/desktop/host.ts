import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Which of the two the tests of this run go through. */
export const which: 'electron' | 'stand-in' = process.env['NUIJA_ELECTRON']
  ? 'electron'
  : 'stand-in';

/** The folder of the built program; NUIJA_PROGRAM names that of another build. */
export const root = resolve(process.env['NUIJA_PROGRAM'] ?? join(import.meta.dirname, '../..'));

/** What an error box said. */
export interface Shown {
  title: string;
  content: string;
}

/** How a program is started, and where it keeps what. */
export interface Start {
  program: string;
  args: string[];
  env: Record<string, string>;
  /** Error boxes so far. */
  shown(): Shown[];
}

/** A size of a display, in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A folder for one test, with data and profile of its own; it goes with `remove`. */
export interface Venue {
  data: string;
  profile: string;
  boxes: string;
  remove(): void;
}

export function newVenue(): Venue {
  const folder = mkdtempSync(join(tmpdir(), 'nuija-desktop-'));
  return {
    data: join(folder, 'data'),
    profile: join(folder, 'profile'),
    boxes: join(folder, 'boxes.jsonl'),
    remove: () => removeWhenLetGo(folder),
  };
}

/** Between two tries to remove a folder, and how many there are; a minute in all. */
const AGAIN_MS = 200;
const TRIES = 300;

/**
 * Removes a folder in which a browser that was killed may still be writing its last files. Each try begins
 * anew: `rmSync`'s own would wait for a folder to become empty, without looking for what has come into it.
 * One that is held for longer is told and left to the system: it is no fault of what was tested.
 */
function removeWhenLetGo(folder: string): void {
  for (let left = TRIES; ; left -= 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if (left === 0) return console.warn(`${folder} could not be removed: ${String(error)}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AGAIN_MS);
    }
  }
}

/** How to start the desktop app of a venue, in Electron or in its stand-in. */
export function startOf(
  venue: Venue,
  displays: readonly Size[] = [],
  words: readonly string[] = [],
): Start {
  const args = [root, `--user-data-dir=${venue.profile}`, '--data', venue.data, ...words];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const machine = [...asRoot, '--use-fake-device-for-media-stream'];
  const electron = process.env['NUIJA_ELECTRON'];
  return {
    program: electron ?? process.execPath,
    args: electron
      ? ['-r', join(import.meta.dirname, 'record.cjs'), ...machine, ...args]
      : [join(import.meta.dirname, 'standin/run.mjs'), ...args],
    env: {
      ...ownEnvironment(),
      NUIJA_SHOWN: venue.boxes,
      ...(displays.length > 0 && { NUIJA_STANDIN_DISPLAYS: JSON.stringify(displays) }),
    },
    shown: () => readBoxes(venue.boxes),
  };
}

function ownEnvironment(): Record<string, string> {
  const known = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value] as const],
  );
  return Object.fromEntries(known);
}

function readBoxes(file: string): Shown[] {
  try {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return lines.map((line): Shown => {
      const { title, content } = JSON.parse(line);
      return { title: String(title), content: String(content) };
    });
  } catch {
    // Nothing was shown yet.
    return [];
  }
}

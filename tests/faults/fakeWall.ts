import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The wall clock of programs under test; their steady clock is left alone. */
export interface FakeWall {
  /** For the environment of a program that shall believe it. */
  env: Record<string, string>;
  /** From now on the wall clock shows this (ms since the epoch) and goes on from there, in programs that run too. */
  set(instant: number): void;
  /** What a program started now sees on the wall. */
  read(): number;
}

function library(): string | null {
  for (const folder of ['/usr/lib', '/usr/local/lib', '/usr/lib64']) {
    if (!existsSync(folder)) continue;
    const inside = readdirSync(folder).map((name) => join(folder, name));
    const found = [folder, ...inside]
      .map((place) => join(place, 'faketime', 'libfaketimeMT.so.1'))
      .find((file) => existsSync(file));
    if (found) return found;
  }
  return null;
}

/** A wall clock told by libfaketime through a file in `folder`, or the reason why there is none here. */
export function openFakeWall(folder: string): FakeWall | string {
  const preload = process.platform === 'linux' ? library() : null;
  if (preload === null) return 'libfaketime is not installed here';
  const file = join(folder, 'wall');
  const env = {
    LD_PRELOAD: preload,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  };
  return {
    env,
    set: (instant) => {
      const ahead = (instant - Date.now()) / 1000;
      writeFileSync(`${file}.new`, `${ahead < 0 ? '' : '+'}${ahead.toFixed(3)}\n`);
      renameSync(`${file}.new`, file);
    },
    read: () => {
      const words = ['-e', 'console.log(Date.now())'];
      const { stdout } = spawnSync(process.execPath, words, {
        env: { ...process.env, ...env },
        encoding: 'utf8',
      });
      return Number(stdout);
    },
  };
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own; it goes with `remove`. */
export interface Room {
  folder: string;
  /** Bytes that are free. */
  free(): number;
  remove(): void;
}

/** A small file system in memory, or the reason why there can be none here. */
export function openRoom(bytes: number): Room | string {
  if (process.platform !== 'linux') return 'only Linux mounts a file system in memory so simply';
  const folder = mkdtempSync(join(tmpdir(), 'nuija-room-'));
  const words = ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder];
  const { status, stderr, error } = spawnSync('mount', words, { encoding: 'utf8' });
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return `a tmpfs cannot be mounted here: ${(stderr || error?.message || '').trim()}`;
  }
  return {
    folder,
    free: () => {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    },
    remove: () => {
      spawnSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import * as fs from 'node:fs';
import { mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import type { Disk, DiskFile } from './disk';
import { patient } from './patient';

const onWindows = process.platform === 'win32';

/** The real disk. Write and sync use Node's callback API: about 20 µs less per commit than FileHandle. */
export const nodeDisk: Disk = patient({
  open: async (path, content) => nodeFile(await openFd(path, content)),
  read: (path) => readFile(path),
  list: (folder) => readdir(folder),
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => unlink(path),
  syncFolder: async (folder) => {
    // Windows cannot open a folder to sync it; NTFS journals the names itself.
    if (onWindows) return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
});

function openFd(path: string, content: 'keep' | 'empty'): Promise<number> {
  const { O_RDWR, O_CREAT, O_TRUNC } = fs.constants;
  const flags = O_RDWR | O_CREAT | (content === 'empty' ? O_TRUNC : 0);
  return new Promise((resolve, reject) => {
    fs.open(path, flags, 0o600, (error, fd) => (error ? reject(error) : resolve(fd)));
  });
}

function nodeFile(fd: number): DiskFile {
  const run = (start: (done: fs.NoParamCallback) => void) =>
    new Promise<void>((resolve, reject) => {
      start((error) => (error ? reject(error) : resolve()));
    });
  return {
    write: (bytes, position) =>
      new Promise((resolve, reject) => {
        fs.write(fd, bytes, 0, bytes.length, position, (error, took) =>
          error ? reject(error) : resolve(took),
        );
      }),
    datasync: () => run((done) => fs.fdatasync(fd, done)),
    truncate: (length) => run((done) => fs.ftruncate(fd, length, done)),
    size: () =>
      new Promise((resolve, reject) => {
        fs.fstat(fd, (error, stats) => (error ? reject(error) : resolve(stats.size)));
      }),
    close: () => run((done) => fs.close(fd, done)),
  };
}

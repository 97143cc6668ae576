import { open } from 'node:fs/promises';
import type { Peek } from './backups';

/** Reads the beginning of a file on the real disk, however long it is. */
export const peekFile: Peek = async (path, length) => {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const start = Buffer.alloc(Math.min(length, size));
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    return { start: start.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
};

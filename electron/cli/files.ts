import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { failure } from '../desk/failure';

/** Reads a file named on the command line, `-` from standard input. */
export async function readGiven(path: string): Promise<Buffer> {
  if (path === '-') return buffer(process.stdin);
  try {
    return await readFile(path);
  } catch (error) {
    throw failure('file.unreadable', { file: path, what: reason(error) });
  }
}

/** Writes a file whole or not at all: what stood there before stays until the new one is complete. */
export async function writeWanted(path: string, bytes: Uint8Array): Promise<void> {
  const target = resolve(path);
  const beside = join(
    dirname(target),
    `.${basename(target)}.${randomBytes(4).toString('hex')}.part`,
  );
  try {
    await writeFile(beside, bytes, { mode: 0o600, flush: true });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw failure('file.unwritable', { file: path, what: reason(error) });
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

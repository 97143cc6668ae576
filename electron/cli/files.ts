import { randomBytes } from 'node:crypto';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { failure } from '../desk/failure';

/** Largest file taken in, in bytes: what the contract lets cross. */
const LARGEST = 100 * 1024 * 1024;

/**
 * Reads a file named on the command line, `-` from standard input. What is too large is refused before
 * it fills the memory.
 */
export async function readGiven(path: string): Promise<Buffer> {
  if (path === '-') return readAll('standard input', process.stdin);
  const file = await open(path).catch((error: unknown) => {
    throw failure('file.unreadable', { file: path, what: reason(error) });
  });
  try {
    return await readAll(path, file.createReadStream({ autoClose: false }));
  } finally {
    await file.close();
  }
}

async function readAll(name: string, stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > LARGEST) break;
    }
  } catch (error) {
    throw failure('file.unreadable', { file: name, what: reason(error) });
  }
  if (size > LARGEST) throw failure('file.tooLarge', { file: name, max: LARGEST / 1024 / 1024 });
  return Buffer.concat(chunks);
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

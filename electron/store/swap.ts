import { dirname, join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { z } from 'zod';
import type { Disk } from './disk';
import { writeWhole } from './disk';
import { StoreError, asStoreError, systemCode } from './storeError';

/** What a file is to hold; text goes out as UTF-8. */
export type Content = Uint8Array | Iterable<string> | AsyncIterable<string>;

/** Files of one folder, by their names in it. */
export interface Swap {
  put: ReadonlyMap<string, Content>;
  /** Names to be gone afterwards; one that is not there is no error. */
  remove: readonly string[];
}

/** The list of a swap that is decided and not finished. */
export const SWAP_FILE = 'swap.json';
const NEW = '.new';
const UNFINISHED = ['.new', '.tmp'];

const listSchema = z.object({
  format: z.literal('nuija-swap'),
  version: z.literal(1),
  put: z.array(z.string()),
  remove: z.array(z.string()),
});

/**
 * Replaces several files of a folder in one step: after a crash at any moment, opening finds all of them old
 * or all of them new (see `finishSwap`). The new ones are written and synced beside the old; a list that says
 * so is made durable; then they take the others' places. On an error before the list, nothing has changed.
 */
export async function swapFiles(disk: Disk, folder: string, { put, remove }: Swap): Promise<void> {
  const list = join(folder, SWAP_FILE);
  try {
    for (const [name, content] of put) await writeSynced(disk, join(folder, name + NEW), content);
    const text = JSON.stringify({ format: 'nuija-swap', version: 1, put: [...put.keys()], remove });
    await writeSynced(disk, `${list}.tmp`, [`${text}\n`]);
    for (const each of foldersOf(folder, [...put.keys()])) await disk.syncFolder(each);
    await disk.rename(`${list}.tmp`, list);
  } catch (error) {
    for (const name of put.keys())
      await disk.remove(join(folder, name + NEW)).catch(() => undefined);
    await disk.remove(`${list}.tmp`).catch(() => undefined);
    throw asStoreError(error, 'saving', folder);
  }
  await finishSwap(disk, folder);
}

/**
 * Finishes a swap that was decided, and clears away what one that was not has left; to be called before any
 * file of the folder is read. Answers whether there was one to finish.
 */
export async function finishSwap(disk: Disk, folder: string): Promise<boolean> {
  const names = await namesIn(disk, folder);
  try {
    const decided = names.includes(SWAP_FILE);
    if (decided) await carryOut(disk, folder);
    for (const name of names) {
      const unfinished = UNFINISHED.some((end) => name.endsWith(end));
      if (unfinished) await removeIfThere(disk, join(folder, name));
    }
    return decided;
  } catch (error) {
    throw asStoreError(error, 'saving', folder);
  }
}

async function carryOut(disk: Disk, folder: string): Promise<void> {
  const list = join(folder, SWAP_FILE);
  const { put, remove } = listOf(await disk.read(list), list);
  // Its rename may be known to the page cache alone: nothing may be replaced before it is durable.
  await disk.syncFolder(folder);
  for (const name of put) {
    try {
      await disk.rename(join(folder, name + NEW), join(folder, name));
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error; // it was in place before a crash
    }
  }
  for (const name of remove) await removeIfThere(disk, join(folder, name));
  for (const each of foldersOf(folder, [...put, ...remove])) await disk.syncFolder(each);
  await disk.remove(list);
  await disk.syncFolder(folder);
}

/** The folder and those below it in which named files stand. */
const foldersOf = (folder: string, names: readonly string[]) =>
  new Set([folder, ...names.map((name) => dirname(join(folder, name)))]);

function listOf(bytes: Buffer, path: string) {
  try {
    return listSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw new StoreError('damaged', `${path} cannot be read`, path, error);
  }
}

/** Names in a folder; none when it is not there. Throws StoreError on any other error. */
export async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  try {
    return await disk.list(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw asStoreError(error, 'reading', folder);
  }
}

async function removeIfThere(disk: Disk, path: string): Promise<void> {
  try {
    await disk.remove(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}

/** Writes a whole new file and makes its content durable; its name only with the folder's next sync. */
export async function writeSynced(disk: Disk, path: string, content: Content): Promise<void> {
  const file = await disk.open(path, 'empty');
  try {
    let length = 0;
    for await (const piece of content instanceof Uint8Array ? [content] : inBlocks(content)) {
      await writeWhole(file, piece, length);
      length += piece.length;
    }
    await file.datasync();
    const size = await file.size();
    if (size !== length)
      throw new StoreError('io', `${path}: ${size} of ${length} bytes were kept`, path);
  } finally {
    await file.close();
  }
}

const BLOCK = 256 * 1024;

/** Text in blocks of some size, with room for other work between them. */
async function* inBlocks(
  content: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Buffer> {
  let text = '';
  for await (const piece of content) {
    text += piece;
    if (text.length < BLOCK) continue;
    yield Buffer.from(text);
    text = '';
    await otherWork();
  }
  if (text) yield Buffer.from(text);
}

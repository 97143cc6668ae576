import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import type { Disk } from '../store/disk';
import { systemCode } from '../store/storeError';

/** Bytes looked at before other work gets its turn. */
const STRETCH = 1024 * 1024;

/** Shorter texts stand in any file by chance, in bytes. */
const SHORTEST = 6;

/** What a search through files came to. */
export interface Searched {
  files: number;
  bytes: number;
  /** How many different texts were looked for. */
  texts: number;
  /** Files in which some were found, and how many. */
  left: Array<{ file: string; texts: number }>;
}

/** Paths of all files below a folder, relative to it; none when it is not there. */
export async function filesBelow(
  disk: Disk,
  folder: string,
  enter: (path: string) => boolean = () => true,
): Promise<string[]> {
  const files: string[] = [];
  const visit = async (below: string): Promise<void> => {
    for (const name of await disk.list(join(folder, below))) {
      const path = join(below, name);
      if (!enter(path)) continue;
      try {
        await visit(path);
      } catch (error) {
        if (systemCode(error) !== 'ENOTDIR') throw error;
        files.push(path);
      }
    }
  };
  await visit('').catch((error: unknown) => {
    if (systemCode(error) !== 'ENOENT') throw error;
  });
  return files.sort();
}

/** Texts to be looked for in the bytes of files: as they are, and as JSON writes them. */
export class Wanted {
  private readonly byStart = new Map<number, Buffer[]>();
  /** Whether any text begins with these two bytes: most places are passed over at once. */
  private readonly starts = new Uint8Array(65_536);
  readonly size: number;

  constructor(texts: Iterable<string>) {
    const needles = new Set<string>();
    let size = 0;
    for (const text of texts) {
      if (Buffer.byteLength(text) < SHORTEST) continue;
      size++;
      needles.add(text).add(JSON.stringify(text).slice(1, -1));
    }
    this.size = size;
    for (const needle of needles) this.add(Buffer.from(needle));
  }

  /** How many of the texts stand in the bytes. */
  async countIn(bytes: Buffer): Promise<number> {
    const found = new Set<Buffer>();
    for (let from = 0; from < bytes.length; from += STRETCH) {
      const to = Math.min(bytes.length - 3, from + STRETCH);
      for (let at = from; at < to; at++) {
        if (this.starts[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] === 0) continue;
        for (const needle of this.byStart.get(bytes.readUInt32BE(at)) ?? []) {
          if (bytes.subarray(at, at + needle.length).equals(needle)) found.add(needle);
        }
      }
      await otherWork();
    }
    return found.size;
  }

  private add(needle: Buffer): void {
    const start = needle.readUInt32BE(0);
    this.starts[start >>> 16] = 1;
    const others = this.byStart.get(start);
    if (others) others.push(needle);
    else this.byStart.set(start, [needle]);
  }
}

/** Looks for texts in files, byte by byte. A file that has gone meanwhile holds nothing. */
export async function searchFiles(
  disk: Disk,
  folder: string,
  files: readonly string[],
  wanted: Wanted,
): Promise<Searched> {
  const searched: Searched = { files: 0, bytes: 0, texts: wanted.size, left: [] };
  for (const file of files) {
    const bytes = await disk.read(join(folder, file)).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    });
    if (!bytes) continue;
    searched.files++;
    searched.bytes += bytes.length;
    const texts = await wanted.countIn(bytes);
    if (texts > 0) searched.left.push({ file, texts });
  }
  return searched;
}

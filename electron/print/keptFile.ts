import { dirname, join } from 'node:path';
import type { z } from 'zod';
import type { Disk } from '../store/disk';
import { writeWhole } from '../store/disk';
import { damagedName, readIfThere } from '../store/eventFiles';
import { asStoreError } from '../store/storeError';

/**
 * A small JSON document of the data folder: replaced whole, durable when `write` resolves. One that cannot be
 * read is kept aside under a name that says so, and `empty` takes its place.
 */
export class KeptFile<T> {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly disk: Disk,
    private readonly path: string,
    private readonly schema: z.ZodType<T>,
    private readonly empty: T,
    private readonly log: (line: string) => void,
  ) {}

  async read(): Promise<T> {
    const bytes = await readIfThere(this.disk, this.path);
    if (bytes === null) return this.empty;
    const read = this.schema.safeParse(parsed(bytes));
    if (read.success) return read.data;
    const folder = dirname(this.path);
    const name = this.path.slice(folder.length + 1);
    const aside = damagedName(name, Date.now(), await this.disk.list(folder));
    await this.disk.rename(this.path, join(folder, aside));
    this.log(`${name} cannot be read; it is kept as ${aside}`);
    return this.empty;
  }

  /** Writes go out one after the other; each says whether it succeeded. */
  write(content: T): Promise<void> {
    const writing = this.last.then(() => this.put(Buffer.from(`${JSON.stringify(content)}\n`)));
    this.last = writing.catch(() => undefined); // whoever asked hears of it through `writing`
    return writing;
  }

  private async put(bytes: Buffer): Promise<void> {
    const fresh = `${this.path}.tmp`;
    try {
      const file = await this.disk.open(fresh, 'empty');
      try {
        await writeWhole(file, bytes, 0);
        await file.datasync();
      } finally {
        await file.close();
      }
      await this.disk.rename(fresh, this.path);
      await this.disk.syncFolder(dirname(this.path));
    } catch (error) {
      await this.disk.remove(fresh).catch(() => undefined);
      throw asStoreError(error, 'saving', this.path);
    }
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // No JSON: the schema refuses it.
    return undefined;
  }
}

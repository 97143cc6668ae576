/** An open file. Positions and lengths are in bytes. Errors are Node's own, with their `code`. */
export interface DiskFile {
  /** Writes at a position and answers how many bytes went out, which may be fewer than were given. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** Returns once everything written so far would survive a power cut (fdatasync). */
  datasync(): Promise<void>;
  truncate(length: number): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Every access of the store to a disk, so that a simulated disk (short writes, full, power cut) can stand in.
 * Errors are Node's own, with their `code` ('ENOENT', 'ENOSPC' …).
 */
export interface Disk {
  /** Opens for writing and creates when missing. 'keep' leaves the content, 'empty' starts at nothing. */
  open(path: string, content: 'keep' | 'empty'): Promise<DiskFile>;
  read(path: string): Promise<Buffer>;
  /** Names in a folder, in no particular order. */
  list(folder: string): Promise<string[]>;
  /** Makes a folder and those above it; a folder that is there is no error. */
  makeFolder(folder: string): Promise<void>;
  /** Replaces `to` in one step. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes the names in a folder durable: a new or renamed file survives a power cut only after this. */
  syncFolder(folder: string): Promise<void>;
}

/** Writes all of the bytes, going on after short writes. Throws EIO when a disk takes nothing at all. */
export async function writeWhole(file: DiskFile, bytes: Uint8Array, position: number) {
  let written = 0;
  while (written < bytes.length) {
    const took = await file.write(
      written === 0 ? bytes : bytes.subarray(written),
      position + written,
    );
    if (took <= 0) throw Object.assign(new Error('the disk took no bytes'), { code: 'EIO' });
    written += took;
  }
}

import { dirname } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { constants, crc32, createGunzip, createGzip } from 'node:zlib';
import type { Gunzip, Gzip } from 'node:zlib';
import { BackupError } from './backupError';
import { backupHeadLine, backupSize, readBackupHead } from './backupHead';
import type { BackupHead, PartFile } from './backupHead';
import { BYTES_AT_ONCE, NewerFiles, checksumOf, soundJournal, soundSnapshot } from './backupSound';
import type { Disk } from './disk';
import { JOURNAL_FILE, SNAPSHOT_FILE } from './eventFiles';
import { checksumText } from './journalLine';
import { asStoreError } from './storeError';
import { writeSynced } from './swap';

/** Fast rather than small: a backup is made beside a queue at the door. */
const PACKING = { level: constants.Z_BEST_SPEED, chunkSize: 256 * 1024 };

/** The files of one event, as they lie in its folder. */
export type EventFiles = ReadonlyMap<PartFile, Buffer>;

/** A backup of these files, ready to be written. */
export async function packBackup(
  about: Omit<BackupHead, 'parts' | 'sealed'>,
  files: EventFiles,
): Promise<{ head: BackupHead; bytes: Buffer }> {
  const parts: BackupHead['parts'] = [];
  const chunks: Buffer[] = [];
  for (const [file, bytes] of files) {
    const packed = await through(createGzip(PACKING), bytes, Infinity);
    const length = packed.reduce((sum, chunk) => sum + chunk.length, 0);
    parts.push({ file, size: bytes.length, crc: await checksumOf(bytes), packed: length });
    chunks.push(...packed);
  }
  const head = { ...about, sealed: files.size > 2, parts };
  return { head, bytes: await joined([Buffer.from(backupHeadLine(head)), ...chunks]) };
}

/** What a packer or unpacker makes of bytes, in chunks of some size. */
async function* chunksOf(stream: Gzip | Gunzip, bytes: Buffer): AsyncGenerator<Buffer> {
  stream.end(bytes);
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new Error('a packer gave out text');
    yield chunk;
  }
}

/** All of `chunksOf`; throws past `most` bytes. */
async function through(stream: Gzip | Gunzip, bytes: Buffer, most: number): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunksOf(stream, bytes)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) throw new Error(`it is longer than ${most} bytes`);
  }
  return chunks;
}

/** As `Buffer.concat`; among 100,000 people that alone would hold up a check-in. */
async function joined(chunks: readonly Buffer[]): Promise<Buffer> {
  const whole = Buffer.allocUnsafe(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  let rested = 0;
  for (const chunk of chunks) {
    at += chunk.copy(whole, at);
    if (at - rested < BYTES_AT_ONCE) continue;
    rested = at;
    await otherWork();
  }
  return whole;
}

/**
 * Checks that a backup holds what its head says, every byte, without keeping what comes out: of an event of 100,000
 * people that would be so much memory at once that clearing it up holds up a check-in. Throws BackupError.
 */
export async function checkBackup(bytes: Buffer): Promise<void> {
  for (const { part, packed } of packedParts(bytes)) {
    let size = 0;
    let sum = 0;
    try {
      for await (const chunk of chunksOf(createGunzip({ chunkSize: PACKING.chunkSize }), packed)) {
        size += chunk.length;
        if (size > part.size) break;
        sum = crc32(chunk, sum);
      }
    } catch (error) {
      damaged(part.file, error);
    }
    if (size !== part.size || checksumText(sum) !== part.crc) throw notAsWritten(part.file);
  }
}

/** The parts of a backup as they lie in it. Throws BackupError where it has no head or another length than it says. */
function* packedParts(bytes: Buffer) {
  const { head, length } = headOf(bytes);
  let at = length;
  for (const part of head.parts) {
    yield { part, packed: bytes.subarray(at, at + part.packed) };
    at += part.packed;
  }
}

function headOf(bytes: Buffer): { head: BackupHead; length: number } {
  const reading = readBackupHead(bytes);
  if (!reading.ok) throw new BackupError(reading.flaw, reading.detail);
  const { head, length } = reading;
  if (bytes.length !== backupSize(head, length)) {
    throw new BackupError('damaged', `it is ${bytes.length} bytes long, not as its head says`);
  }
  return { head, length };
}

const notAsWritten = (file: PartFile) =>
  new BackupError('damaged', `${file} in it is not what was written`);

/**
 * Takes a backup apart and checks all of it: checksums, database, journal, and that both end where the head
 * says. Throws BackupError.
 */
export async function unpackBackup(
  bytes: Buffer,
): Promise<{ head: BackupHead; files: EventFiles }> {
  const { head } = headOf(bytes);
  const files = new Map<PartFile, Buffer>();
  for (const { part, packed } of packedParts(bytes)) {
    const stream = createGunzip({ chunkSize: PACKING.chunkSize });
    const content = await through(stream, packed, part.size)
      .then(joined)
      .catch((error: unknown) => damaged(part.file, error));
    if (content.length !== part.size || (await checksumOf(content)) !== part.crc) {
      throw notAsWritten(part.file);
    }
    files.set(part.file, content);
  }
  await mustBeWhole(head, files);
  return { head, files };
}

async function mustBeWhole(head: BackupHead, files: EventFiles): Promise<void> {
  const snapshot = files.get(SNAPSHOT_FILE);
  const journal = files.get(JOURNAL_FILE);
  if (!snapshot || !journal || head.sealed !== files.size > 2) {
    throw new BackupError('damaged', 'it does not hold the files of an event');
  }
  try {
    const held = await soundSnapshot(snapshot);
    const { length, seq } = await soundJournal(journal, head.seq);
    if (held > head.seq || seq !== head.seq || length !== journal.length) {
      throw new Error(`it should end with fact ${head.seq}`);
    }
  } catch (error) {
    damaged('its content', error);
  }
}

function damaged(what: string, error: unknown): never {
  if (error instanceof NewerFiles) throw new BackupError('newer', error.message);
  const why = error instanceof Error ? error.message : String(error);
  throw new BackupError('damaged', `${what}: ${why}`);
}

/**
 * Writes a file that survives a power cut once this resolves: beside, synced, its size checked, renamed, the
 * folder synced. On any error nothing is left of it and what stood under the name stands. Throws StoreError.
 */
export async function writeDurably(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const fresh = `${path}.tmp`;
  try {
    await writeSynced(disk, fresh, bytes);
    await disk.rename(fresh, path);
    await disk.syncFolder(dirname(path));
  } catch (error) {
    // Gives a full disk its room back; where even this fails, the next try empties the same file.
    await disk.remove(fresh).catch(() => undefined);
    throw asStoreError(error, 'saving', path);
  }
}

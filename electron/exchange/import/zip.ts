import { inflateRawSync } from 'node:zlib';
import { checkExtent } from './extent';
import { LIMITS } from './limits';
import { refusal } from './refusal';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** Length of the end record without its comment, and the longest comment. */
const END_BYTES = 22;
const COMMENT_BYTES = 0xffff;

/** The entries of a workbook that hold a sheet each. */
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

interface ZipEntry {
  name: string;
  packed: number;
  unpacked: number;
  method: number;
  /** Where its local header begins. */
  offset: number;
}

/**
 * Refuses a zip that is damaged or unpacks to more than may be held, before anything is parsed: by
 * the sizes its directory states, and, as those can lie, by unpacking no further than they say.
 * Returns the names of its entries.
 */
export function checkedZip(bytes: Uint8Array, file: string): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(bytes, view, file);
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (total > LIMITS.unpackedBytes) throw tooLarge(file);
  for (const entry of entries) {
    const unpacked = unpack(bytes, view, entry, file);
    if (SHEET.test(entry.name)) checkExtent(unpacked, file);
  }
  return entries.map((entry) => entry.name);
}

function entriesOf(bytes: Uint8Array, view: DataView, file: string): ZipEntry[] {
  const end = endRecord(view);
  if (end < 0) throw refusal('damaged', { file });
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) {
      throw refusal('damaged', { file });
    }
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_BYTES - COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function unpack(bytes: Uint8Array, view: DataView, entry: ZipEntry, file: string): Buffer {
  const { offset, packed, unpacked, method } = entry;
  if (offset + 30 > bytes.length) throw refusal('damaged', { file });
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > bytes.length) throw refusal('damaged', { file });
  if (method === 0) {
    if (packed !== unpacked) throw refusal('damaged', { file });
    return Buffer.from(bytes.buffer, bytes.byteOffset + from, packed);
  }
  if (method !== 8) throw refusal('damaged', { file });
  try {
    const whole = inflateRawSync(bytes.subarray(from, from + packed), {
      maxOutputLength: Math.max(1, unpacked),
    });
    if (whole.length === unpacked) return whole;
  } catch {
    throw refusal('damaged', { file });
  }
  throw refusal('damaged', { file });
}

const tooLarge = (file: string) =>
  refusal('unpacksTooLarge', { file, max: LIMITS.unpackedBytes / 1024 / 1024 });

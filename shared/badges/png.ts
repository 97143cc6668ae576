import { joined } from './joined';

/** Why a PNG cannot be printed as it is. */
export type PngProblem = 'damaged' | 'png-kind';

export interface PngHeader {
  width: number;
  height: number;
  /** Bits of a sample. */
  bits: number;
  /** Samples of a pixel: 1 grey or palette, 2 with alpha, 3 colours, 4 with alpha. */
  samples: number;
}

export type PngRead =
  | { header: PngHeader; bytes: Uint8Array; problem?: undefined }
  | { header?: undefined; problem: PngProblem };

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What draws. Whatever else a file carries (a date, a place, a thumbnail, an animation) stays behind. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
/** Samples by colour type (W3C PNG, table 8). */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * A PNG chunk by chunk, with only those that draw; null when it is none. Kinds that the PDF writer
 * draws wrongly (interlaced, 16 bits, few colours with transparency) are told by `png-kind`.
 */
export function readPng(bytes: Uint8Array): PngRead | null {
  if (SIGNATURE.some((byte, at) => bytes[at] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  const lengths = new Map<string, number>();
  let at = 8;
  let last = '';
  while (last !== 'IEND') {
    if (at + 12 > bytes.length) return { problem: 'damaged' };
    const length = view.getUint32(at);
    if (length > bytes.length - at - 12) return { problem: 'damaged' };
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if ((last === '') !== (type === 'IHDR')) return { problem: 'damaged' };
    if (KEPT.has(type)) kept.push(bytes.subarray(at, at + 12 + length));
    lengths.set(type, (lengths.get(type) ?? 0) + length);
    at += 12 + length;
    last = type;
  }
  const [bits = 0, colourType = 0, , , interlaced = 0] = bytes.subarray(24, 29);
  const samples = SAMPLES[colourType];
  const palette = lengths.get('PLTE') ?? 0;
  if (lengths.get('IHDR') !== 13 || !samples || !lengths.get('IDAT')) return { problem: 'damaged' };
  if (colourType === 3 && (palette === 0 || palette > 768 || palette % 3 !== 0)) {
    return { problem: 'damaged' };
  }
  const clear = lengths.get('tRNS') ?? 0;
  if (clear > 256) return { problem: 'damaged' };
  if (interlaced !== 0 || bits === 16 || (clear > 0 && bits < 8)) return { problem: 'png-kind' };
  const header = { width: view.getUint32(16), height: view.getUint32(20), bits, samples };
  return { header, bytes: joined(kept) };
}

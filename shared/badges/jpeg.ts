import { joined } from './joined';

/** Width and height as the picture is looked at, px, and the file without what nobody is to see. */
export interface JpegRead {
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** What draws lies in other segments than these; of them, JFIF, a colour profile and Adobe's colours are kept. */
const isNote = (marker: number) =>
  marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && ![0xe0, 0xe2, 0xee].includes(marker));
/** Baseline, extended and progressive: a PDF takes no other kind. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xc2;
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
/** Tag of the way in which a camera was held (Exif 2.32, 4.6.4). */
const ORIENTATION = 0x0112;

/**
 * A JPEG segment by segment (ITU-T T.81, B.1), up to its picture; null when it is none, of no size when it is
 * damaged. A photograph that was taken lying is told as it is looked at, and keeps that note alone: where, when
 * and with what it was taken stays behind.
 */
export function readJpeg(bytes: Uint8Array): JpegRead | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const none = { width: 0, height: 0, bytes };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let size: [width: number, height: number] | undefined;
  let held = 1;
  let at = 2;
  for (;;) {
    if (at + 4 > bytes.length || bytes[at] !== 0xff) return none;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return none;
    if (isFrame(marker)) {
      if (end < at + 9) return none;
      size = [view.getUint16(at + 7), view.getUint16(at + 5)];
    }
    if (marker === 0xe1) held = orientationIn(bytes.subarray(at + 4, end)) ?? held;
    if (!isNote(marker)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker === 0xda) break;
  }
  if (!size) return none;
  const [width, height] = held > 4 ? [size[1], size[0]] : size;
  const start = bytes.subarray(0, 2);
  const note = held > 1 ? [orientationNote(held)] : [];
  return { width, height, bytes: joined([start, ...note, ...kept, bytes.subarray(at)]) };
}

/** 1–8, how the rows and columns that are stored lie in the picture; undefined where nothing is said of it. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (EXIF.some((byte, index) => segment[index] !== byte)) return undefined;
  const tiff = segment.subarray(EXIF.length);
  if (tiff.length < 8) return undefined;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = tiff[0] === 0x49;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return undefined;
  const entries = view.getUint16(directory, isLittle);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + 12 * index;
    if (entry + 12 > tiff.length) return undefined;
    if (view.getUint16(entry, isLittle) !== ORIENTATION) continue;
    const value = view.getUint16(entry + 8, isLittle);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** The smallest Exif segment that says how the picture is held. */
function orientationNote(held: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, held, 0, 0];
  const body = [...EXIF, ...tiff, 0, 0, 0, 0];
  return Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body]);
}

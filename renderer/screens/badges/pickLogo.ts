import { logoUrl, readLogo, type LogoProblem } from '../../../shared/badges/logo';

/** Longest side of a picture that had to be made smaller, px: sharp at 300 dpi on 10 cm. */
const LONGEST_SIDE = 1_000;
const CAN_SHRINK: readonly LogoProblem[] = ['too-large', 'too-many-pixels', 'png-kind'];

/**
 * A picked file as a logo, or why it cannot be one. A photograph or a picture of an unusual kind is
 * drawn anew, smaller.
 */
export async function pickLogo(file: File): Promise<{ url: string } | { problem: LogoProblem }> {
  const read = readLogo(new Uint8Array(await file.arrayBuffer()));
  if (read.logo) return { url: logoUrl(read.logo) };
  if (!CAN_SHRINK.includes(read.problem) || !/^image\/(png|jpeg)$/.test(file.type)) return read;
  const bytes = await smaller(file);
  const again = bytes && readLogo(bytes);
  return again?.logo ? { url: logoUrl(again.logo) } : read;
}

async function smaller(file: File): Promise<Uint8Array | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const canvas = document.createElement('canvas');
  const brush = canvas.getContext('2d');
  for (const longest of [LONGEST_SIDE, LONGEST_SIDE / 2]) {
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    brush?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    const bytes = made && new Uint8Array(await made.arrayBuffer());
    if (bytes && readLogo(bytes).logo) return bytes;
  }
  return null;
}

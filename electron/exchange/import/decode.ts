import { isUtf8 } from 'node:buffer';

export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * The text of a file. Where a person has not chosen, a byte order mark decides; without one it is
 * UTF-8 if every byte fits, else Windows-1252, which older spreadsheet programs write.
 */
export function decode(bytes: Uint8Array, chosen?: Encoding): { text: string; encoding: Encoding } {
  const encoding = chosen ?? encodingOf(bytes);
  return { text: textOf(bytes, encoding), encoding };
}

function textOf(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'windows-1252') return windows1252(bytes);
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes);
  // Not by TextDecoder, which takes ten times as long in Node 20; what is no UTF-8 becomes `�` in both.
  return bufferOf(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Bytes 80–9F, where Windows-1252 has characters and Latin 1 has controls. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node 20 decodes Windows-1252 as Latin 1 and loses € and the quotation marks, so not by TextDecoder. */
function windows1252(bytes: Uint8Array): string {
  const latin1 = bufferOf(bytes).toString('latin1');
  return latin1.replace(/[\u0080-\u009F]/g, (char) => C1[char.charCodeAt(0) - 0x80] ?? char);
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

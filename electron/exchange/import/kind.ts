import { refusal } from './refusal';
import type { RefusalCode } from './refusal';

/** Beginnings by which files are known that are no tables; texts in lower case. */
const BEGINNINGS: ReadonlyArray<readonly [RefusalCode, ...string[]]> = [
  ['pdf', '%pdf'],
  ['picture', '\x89png', '\xff\xf8\xff', 'gif8', 'bm', 'ii*\0', 'mm\0*', 'riff'],
  ['wordFile', '{\\rtf'],
  ['contacts', 'begin:vcard', 'begin:vcalendar'],
  ['nuijaExport', '{"format":"nuija"'],
  ['archive', 'rar!', "7z\xbc\xaf'\x1c", '\x1f\x8b'],
];

/**
 * Whether the bytes are a workbook or text, told by the content and not by the name. Throws for what
 * can be neither, with what to do instead.
 */
export function kindOf(bytes: Uint8Array, file: string): 'workbook' | 'text' {
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'workbook';
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refusal(compoundKind(bytes), { file });
  const head = bytes.subarray(0, 4_096);
  const beginning = Buffer.from(head).toString('latin1').trimStart().toLowerCase();
  const dense = beginning.replace(/[\s\n]+/g, '');
  for (const [code, ...starts] of BEGINNINGS) {
    const known = starts.some((start) => beginning.startsWith(start) || dense.startsWith(start));
    if (known && (code !== 'picture' || isBinary(head))) throw refusal(code, { file });
  }
  if (/^(ï»¿)?\s*<(!doctype html|html|table|head|body)/.test(beginning)) {
    throw refusal('webPage', { file });
  }
  const marked = beginsWith(bytes, [0xff, 0xfe]) || beginsWith(bytes, [0xfe, 0xff]);
  if (!marked && isBinary(head)) throw refusal('notText', { file });
  return 'text';
}

/** Old Office files and encrypted new ones share one container, whose streams have names in UTF-16. */
function compoundKind(bytes: Uint8Array): RefusalCode {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'protected';
  if (holds('WordDocument')) return 'wordFile';
  return holds('PowerPoint Document') || holds('__properties_version1.0') ? 'notText' : 'oldExcel';
}

function isBinary(head: Uint8Array): boolean {
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return controls > head.length / 20;
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

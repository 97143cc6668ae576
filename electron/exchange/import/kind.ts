import { refusal } from './refusal';

/**
 * Whether the bytes are a workbook or text, told by the content and not by the name. Throws for what
 * can be neither, with what to do instead.
 */
export function kindOf(bytes: Uint8Array, file: string): 'workbook' | 'text' {
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'workbook';
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refusal('oldExcel', { file });
  const head = bytes.subarray(0, 4_096);
  const beginning = new TextDecoder('latin1').decode(head).trimStart().toLowerCase();
  if (beginning.startsWith('%pdf')) throw refusal('pdf', { file });
  if (/^(ï»¿)?\s*<(!doctype html|html|table|head|body)/.test(beginning)) {
    throw refusal('webPage', { file });
  }
  const marked = beginsWith(bytes, [0xff, 0xfe]) || beginsWith(bytes, [0xfe, 0xff]);
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (!marked && controls > head.length / 20) throw refusal('notText', { file });
  return 'text';
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

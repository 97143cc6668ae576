import { crc32 } from 'node:zlib';

/** What the store needs to know of a commit: `seq` numbers its first fact (from 1), the next commit's is `seq + facts.length`. */
export interface Numbered {
  readonly seq: number;
  readonly facts: readonly unknown[];
}

/** Checks a parsed line and gives it its type; throws with a reason when the program cannot read it. */
export type CommitFrom<C extends Numbered> = (json: unknown) => C;

// {"crc":"9ae0daaf","seq":12,…}   the checksum is of {"seq":12,…}, in UTF-8
const opening = Buffer.from('{"crc":"');
const afterSum = Buffer.from('","seq":');
const sumAt = opening.length;
const sumEnd = sumAt + 8;
const bodyAt = sumEnd + 2;
const seqAt = sumEnd + afterSum.length;
const braceSum = crc32('{');

/** CRC-32 as it stands in the files: 8 hex digits, lower case. */
export function checksumText(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}

/** One commit as a journal line, newline included. */
export function journalLine(commit: Numbered): string {
  const { seq, ...rest } = commit;
  const body = JSON.stringify({ seq, ...rest });
  return `{"crc":"${checksumText(crc32(body))}",${body.slice(1)}\n`;
}

/** Whether bytes[from, to) is a line as it was written. The newline stands outside. */
export function lineIsSound(bytes: Buffer, from: number, to: number): boolean {
  if (to - from <= seqAt) return false;
  if (bytes.compare(opening, 0, opening.length, from, from + sumAt) !== 0) return false;
  if (bytes.compare(afterSum, 0, afterSum.length, from + sumEnd, from + seqAt) !== 0) return false;
  const sum = crc32(bytes.subarray(from + bodyAt, to), braceSum);
  return bytes.toString('latin1', from + sumAt, from + sumEnd) === checksumText(sum);
}

/** The number of a sound line's first fact, read without parsing the line; NaN if there is none. */
export function lineSeq(bytes: Buffer, from: number): number {
  let seq = 0;
  let at = from + seqAt;
  for (; ; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    seq = seq * 10 + digit;
  }
  return at === from + seqAt ? Number.NaN : seq;
}

/** The JSON of a sound line without its checksum: what was given to `journalLine`. */
export function lineJson(bytes: Buffer, from: number, to: number): unknown {
  return JSON.parse(`{${bytes.toString('utf8', from + bodyAt, to)}`);
}

/** How many facts a parsed line holds; throws if it is no commit. */
export function factCount(json: unknown): number {
  if (typeof json === 'object' && json !== null && 'facts' in json && Array.isArray(json.facts)) {
    if (json.facts.length > 0) return json.facts.length;
  }
  throw new Error('the line holds no facts');
}

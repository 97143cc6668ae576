import { crc32 } from 'node:zlib';
import type { Seal } from './seal';
import { StoreError } from './storeError';

/** What the store needs to know of a commit: `seq` numbers its first fact (from 1), the next commit's is `seq + facts.length`. */
export interface Numbered {
  readonly seq: number;
  readonly facts: readonly unknown[];
}

/** Checks a parsed line and gives it its type; throws with a reason when the program cannot read it. */
export type CommitFrom<C extends Numbered> = (json: unknown) => C;

/** One of many facts as JSON: for whoever has the text of some already, and need not make it anew. */
export type FactJson = (fact: unknown) => string;

export const JOURNAL_FORMAT = 'nuija-journal';
/**
 * 1 had no head line, nor lines that say what they were written with; 2 knew no facts `participants.imported`,
 * `feedback.given` and `feedback.removed`, and fewer fields of an event. A fact that an earlier program cannot read
 * makes a new version, so that it refuses the file as newer instead of calling it damaged.
 */
export const JOURNAL_VERSION = 3;

// {"crc":"9ae0daaf","seq":12,…}   the checksum is of {"seq":12,…}, in UTF-8
const opening = Buffer.from('{"crc":"');
const afterSum = Buffer.from('","seq":');
const beforeGroup = Buffer.from(',"group":');
const sumAt = opening.length;
const sumEnd = sumAt + 8;
const bodyAt = sumEnd + 2;
const seqAt = sumEnd + afterSum.length;
const braceSum = crc32('{');

/** CRC-32 as it stands in the files: 8 hex digits, lower case. */
export function checksumText(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}

/** A line of members, which end with the closing brace. */
function line(members: string): string {
  return `{"crc":"${checksumText(crc32(`{${members}`))}",${members}\n`;
}

/** As `line`, encoded: the checksum is taken of the bytes as they go out, and put in after. */
function lineBytes(members: string): Buffer {
  const bytes = Buffer.from(`{"crc":"00000000",${members}\n`);
  const sum = crc32(bytes.subarray(bodyAt, -1), braceSum);
  bytes.write(checksumText(sum), sumAt, 'latin1');
  return bytes;
}

/**
 * The first line of a journal: fact 0, format and version, and the mark of this history. A restored or
 * rewritten journal gets another mark, so that files of two histories are never mixed.
 */
export function journalHead(history: string, version = JOURNAL_VERSION): string {
  return line(JSON.stringify({ seq: 0, format: JOURNAL_FORMAT, version, history }).slice(1));
}

/**
 * One commit as a journal line, newline included. `group` is the number of the first fact that goes out in the
 * same write: lines of one group are durable together or not at all.
 */
export function journalLine(commit: Numbered, group?: number, seal?: Seal | null): string {
  return line(membersOf(commit, group, seal));
}

function membersOf(commit: Numbered, group = commit.seq, seal: Seal | null = null): string {
  const { seq } = commit;
  const numbers = group === seq ? `"seq":${seq}` : `"seq":${seq},"group":${group}`;
  const content = contentOf(commit);
  if (!seal) return `${numbers},${content}`;
  const n = commit.facts.length;
  const sealed = seal.seal(`{${content}`, linePlace(seq, n));
  return `${numbers},${JSON.stringify({ n, sealed }).slice(1)}`;
}

/** The members of a commit but its number, as JSON that ends with the closing brace. */
function contentOf(commit: Numbered): string {
  // Cut out of the whole where the number stands first, as it does: a copy without it would cost more.
  const first = `{"seq":${commit.seq},`;
  const whole = JSON.stringify(commit);
  if (whole.startsWith(first)) return whole.slice(first.length);
  const { seq: _seq, ...rest } = commit;
  return JSON.stringify(rest).slice(1);
}

/** After so many characters of facts whoever writes a line can do something else. */
const AT_ONCE = 100_000;

/**
 * The bytes of `journalLine(commit, group, seal)`, made in steps: an import of thousands is one line, and
 * nobody should wait for it in one piece.
 */
export function* journalLineSteps(
  commit: Numbered,
  group = commit.seq,
  seal: Seal | null = null,
  factJson: FactJson = JSON.stringify,
): Generator<void, Buffer> {
  const n = commit.facts.length;
  if (n <= 1) return lineBytes(membersOf(commit, group, seal));
  const { seq, ...rest } = commit;
  const numbers = group === seq ? { seq } : { seq, group };
  const head = JSON.stringify(seal ? { ...numbers, n } : numbers).slice(1, -1);
  const sealing = seal?.sealing(linePlace(seq, n));
  const bytes = new LineBytes();
  bytes.put(sealing ? `${head},"sealed":"` : head);
  let comma = sealing ? '{' : ',';
  for (const piece of contentPieces(rest, factJson)) {
    const text = comma + piece;
    comma = '';
    bytes.put(sealing ? sealing.piece(text) : text);
    yield;
  }
  bytes.put(sealing ? `${sealing.piece('}')}${sealing.end()}"}` : '}');
  return bytes.end();
}

/** A line in the making, encoded piece by piece into room that grows. */
class LineBytes {
  #room = Buffer.allocUnsafe(2 * AT_ONCE);
  #length: number;

  constructor() {
    this.#length = this.#room.write('{"crc":"00000000",', 'latin1');
  }

  put(text: string): void {
    // No character of UTF-16 takes more than three bytes in UTF-8.
    this.#haveRoomFor(3 * text.length);
    this.#length += this.#room.write(text, this.#length);
  }

  /** The whole line, its checksum put in. */
  end(): Buffer {
    this.put('\n');
    const bytes = this.#room.subarray(0, this.#length);
    const sum = crc32(bytes.subarray(bodyAt, -1), braceSum);
    bytes.write(checksumText(sum), sumAt, 'latin1');
    return bytes;
  }

  #haveRoomFor(more: number): void {
    if (this.#length + more <= this.#room.length) return;
    const room = Buffer.allocUnsafe(2 * (this.#length + more));
    this.#room.copy(room, 0, 0, this.#length);
    this.#room = room;
  }
}

/** The members of a commit as JSON without the braces, the facts so many at a time. */
function* contentPieces(rest: Omit<Numbered, 'seq'>, factJson: FactJson): Generator<string> {
  let text = '';
  for (const [key, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    text += text === '' ? '' : ',';
    if (key !== 'facts') {
      text += `${JSON.stringify(key)}:${JSON.stringify(value)}`;
      continue;
    }
    let before = '"facts":[';
    for (const fact of rest.facts) {
      text += before + factJson(fact);
      before = ',';
      if (text.length < AT_ONCE) continue;
      yield text;
      text = '';
    }
    text += ']';
  }
  yield text;
}

/** Says that `count` facts from number `seq` on were lost to damage. */
export function lostLine(seq: number, count: number): string {
  return line(JSON.stringify({ seq, lost: count }).slice(1));
}

/** The place a sealed line is sealed for. */
const linePlace = (seq: number, n: number) => `journal ${seq} ${n}`;

/**
 * The checksum that stands in bytes[from, to), from where on it is taken, and the sum it starts with; null where
 * the bytes do not begin as a line does.
 */
export function lineSum(bytes: Buffer, from: number, to: number) {
  if (to - from <= seqAt) return null;
  if (bytes.compare(opening, 0, opening.length, from, from + sumAt) !== 0) return null;
  if (bytes.compare(afterSum, 0, afterSum.length, from + sumEnd, from + seqAt) !== 0) return null;
  const written = bytes.toString('latin1', from + sumAt, from + sumEnd);
  return { written, from: from + bodyAt, start: braceSum };
}

/** Whether bytes[from, to) is a line as it was written. The newline stands outside. */
export function lineIsSound(bytes: Buffer, from: number, to: number): boolean {
  const sum = lineSum(bytes, from, to);
  if (sum === null) return false;
  return sum.written === checksumText(crc32(bytes.subarray(sum.from, to), sum.start));
}

/** Where the next line could begin behind `from`, for a newline that was damaged; -1 when nowhere. */
export function nextOpening(bytes: Buffer, from: number, to: number): number {
  const at = bytes.indexOf(opening, from + 1);
  return at === -1 || at >= to ? -1 : at;
}

/** The numbers of a sound line, read without parsing it: its first fact's (NaN if there is none), its group's. */
export function lineNumbers(bytes: Buffer, from: number): { seq: number; group: number } {
  const [seq, seqEnd] = digits(bytes, from + seqAt);
  const groupAt = seqEnd + beforeGroup.length;
  const hasGroup =
    bytes.compare(beforeGroup, 0, beforeGroup.length, seqEnd, Math.min(groupAt, bytes.length)) ===
    0;
  return { seq, group: hasGroup ? digits(bytes, groupAt)[0] : seq };
}

function digits(bytes: Buffer, from: number): [value: number, end: number] {
  let value = 0;
  let at = from;
  for (; ; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return [at === from ? Number.NaN : value, at];
}

/** A parsed line: the head, a commit that may still be sealed, or a place where facts were lost. */
export type ParsedLine =
  | { what: 'head'; version: number; history: string }
  | { what: 'lost'; count: number }
  | { what: 'commit'; count: number; json: Record<string, unknown> };

/** Parses a sound line; throws with a reason when it is none of these. */
export function parseLine(bytes: Buffer, from: number, to: number): ParsedLine {
  const json: unknown = JSON.parse(`{${bytes.toString('utf8', from + bodyAt, to)}`);
  if (typeof json !== 'object' || json === null) throw new Error('the line is no object');
  if ('format' in json && 'version' in json && 'history' in json) {
    if (json.format !== JOURNAL_FORMAT) throw new Error(`the file is ${String(json.format)}`);
    return { what: 'head', version: Number(json.version), history: String(json.history) };
  }
  if ('lost' in json) return { what: 'lost', count: counted(json.lost) };
  if ('sealed' in json && 'n' in json)
    return { what: 'commit', count: counted(json.n), json: { ...json } };
  if (!('facts' in json) || !Array.isArray(json.facts)) throw new Error('the line holds no facts');
  return { what: 'commit', count: counted(json.facts.length), json: { ...json } };
}

function counted(count: unknown): number {
  if (typeof count === 'number' && Number.isInteger(count) && count > 0) return count;
  throw new Error('the line holds no facts');
}

/**
 * What was given to `journalLine`. Throws StoreError 'tampered' when a seal does not fit, and refuses a sealed
 * line without a seal and an open one with: neither can stand in a journal that Nuija wrote.
 */
export function lineCommit(
  { json, count }: { json: Record<string, unknown>; count: number },
  seal: Seal | null,
): unknown {
  const { group: _group, n: _n, sealed, ...rest } = json;
  if (typeof sealed === 'string') {
    if (!seal) throw new StoreError('locked', `the line of fact ${String(json['seq'])} is sealed`);
    const seq = Number(json['seq']);
    const open: unknown = JSON.parse(seal.open(sealed, linePlace(seq, count)));
    return typeof open === 'object' ? { seq, ...open } : open;
  }
  if (seal)
    throw new StoreError('tampered', `the line of fact ${String(json['seq'])} is not sealed`);
  return rest;
}

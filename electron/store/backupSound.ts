import { setImmediate as otherWork } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { JOURNAL_VERSION, checksumText, lineNumbers, lineSum, parseLine } from './journalLine';
import { SNAPSHOT_VERSION } from './snapshot';

/** Bytes summed, and lines checked, before other work gets its turn. */
export const BYTES_AT_ONCE = 1024 * 1024;
const LINES_AT_ONCE = 100;

/** A line that is longer is not parsed to count its facts: its checksum and its place stand for it. */
const LONGEST_COUNTED = 64 * 1024;

/** CRC-32 of bytes, and of those that had the CRC-32 `start`, letting other work go on between. */
export async function checksumOf(bytes: Buffer, start = 0): Promise<string> {
  let sum = start;
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
    if (at > 0) await otherWork();
    sum = crc32(bytes.subarray(at, at + BYTES_AT_ONCE), sum);
  }
  return checksumText(sum);
}

/** The files are sound, but a later version of Nuija wrote them. */
export class NewerFiles extends Error {}

const SNAPSHOT_HEAD = /^\{"format":"nuija-db","version":(\d+),(?:"history":"[^"]*",)?"seq":(\d+),/;
const SNAPSHOT_TAIL = /,"crc":"([0-9a-f]{8})"\}\n$/;
const TAIL_LENGTH = ',"crc":"00000000"}\n'.length;

/**
 * Checks a database file without parsing it, which among 10,000 people would hold up a check-in. Answers the
 * number of its last fact; throws with a reason when it is not what was written.
 */
export async function soundSnapshot(bytes: Buffer): Promise<number> {
  const [, version, seq] = SNAPSHOT_HEAD.exec(bytes.toString('latin1', 0, 200)) ?? [];
  if (Number(version) > SNAPSHOT_VERSION)
    throw new NewerFiles('the database is of a later version');
  if (seq === undefined) throw new Error('the database does not begin as one');
  const tailAt = Math.max(0, bytes.length - TAIL_LENGTH);
  const sum = SNAPSHOT_TAIL.exec(bytes.toString('latin1', tailAt))?.[1];
  if (sum !== (await checksumOf(bytes.subarray(0, tailAt)))) {
    throw new Error('the database is not what was written');
  }
  return Number(seq);
}

/**
 * Checks a journal line by line up to the commit that holds fact `upTo`; a torn tail does not count. Answers
 * where that commit ends, in bytes, and the number of its last fact. Throws with a reason at the first line
 * that is not what was written or does not follow the one before.
 */
export async function soundJournal(
  bytes: Buffer,
  upTo: number,
): Promise<{ length: number; seq: number }> {
  let line = 0;
  let at = 0;
  let last: Line | null = null;
  for (let end = bytes.indexOf('\n'); end !== -1; end = bytes.indexOf('\n', at)) {
    line++;
    if (!(await lineIsSoundSoon(bytes, at, end)))
      throw new Error(`line ${line} is not what was written`);
    const { seq } = lineNumbers(bytes, at);
    if (seq > upTo) break;
    const due: number = last ? nextOf(bytes, last, seq) : seq === 0 ? 0 : 1;
    if (seq !== due) throw new Error(`line ${line} begins with fact ${seq}, not ${due}`);
    last = { from: at, to: end, seq };
    at = end + 1;
    if (line % LINES_AT_ONCE === 0) await otherWork();
  }
  return { length: at, seq: last ? endOf(bytes, last, upTo) : 0 };
}

/** As `lineIsSound`; a line of thousands of facts is summed in pieces. */
async function lineIsSoundSoon(bytes: Buffer, from: number, to: number): Promise<boolean> {
  const summed = lineSum(bytes, from, to);
  if (summed === null) return false;
  return summed.written === (await checksumOf(bytes.subarray(summed.from, to), summed.start));
}

interface Line {
  from: number;
  to: number;
  seq: number;
}

/** Number that has to follow a line. It is parsed only where that is not the number after its own. */
function nextOf(bytes: Buffer, line: Line, following: number): number {
  if (line.seq > 0 && following === line.seq + 1) return following;
  return following > line.seq && isLong(line) ? following : lastOf(bytes, line) + 1;
}

/** Number of the last line's last fact. */
function endOf(bytes: Buffer, line: Line, upTo: number): number {
  return Number.isFinite(upTo) && isLong(line) ? upTo : lastOf(bytes, line);
}

const isLong = ({ from, to }: Line) => to - from > LONGEST_COUNTED;

function lastOf(bytes: Buffer, { from, to, seq }: Line): number {
  const parsed = parseLine(bytes, from, to);
  if (parsed.what !== 'head') return seq + parsed.count - 1;
  if (parsed.version > JOURNAL_VERSION) throw new NewerFiles('the journal is of a later version');
  return 0;
}

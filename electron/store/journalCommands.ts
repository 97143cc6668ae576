import { lineCommit, lineNumbers, parseLine } from './journalLine';
import type { Seal } from './seal';

const NEWLINE = 10;
/** An open line's command stands within so many of its first bytes. */
const HEAD = 200;

/**
 * The last commands of a sound journal, newest first: id → number of the command's last fact. For those who
 * lost the answer, and ask again after a restart. Lines whose command stands in front are not parsed.
 */
export function lastCommands(bytes: Buffer, most: number, seal: Seal | null): Map<string, number> {
  const found = new Map<string, number>();
  let next = Number.NaN;
  let to = bytes.length - 1;
  while (to > 0 && found.size < most) {
    const from = bytes.lastIndexOf(NEWLINE, to - 1) + 1;
    const { seq } = lineNumbers(bytes, from);
    if (seq === 0) break;
    const last = Number.isNaN(next) ? seq + parseCount(bytes, from, to) - 1 : next - 1;
    const cmd = commandOf(bytes, from, to, seal);
    if (cmd !== null) found.set(cmd, last);
    next = seq;
    to = from - 1;
  }
  return found;
}

function parseCount(bytes: Buffer, from: number, to: number): number {
  const parsed = parseLine(bytes, from, to);
  return parsed.what === 'head' ? 0 : parsed.count;
}

function commandOf(bytes: Buffer, from: number, to: number, seal: Seal | null): string | null {
  if (!seal) {
    const head = bytes.toString('utf8', from, Math.min(to, from + HEAD));
    const [, cmd] =
      /^\{"crc":"[0-9a-f]{8}","seq":\d+,(?:"group":\d+,)?"cmd":"([^"\\]+)"/.exec(head) ?? [];
    if (cmd !== undefined) return cmd;
  }
  const parsed = parseLine(bytes, from, to);
  if (parsed.what !== 'commit') return null;
  const commit = lineCommit(parsed, seal);
  if (typeof commit !== 'object' || commit === null || !('cmd' in commit)) return null;
  return String(commit.cmd);
}

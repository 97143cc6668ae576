import { journalHead, lineNumbers, lostLine, parseLine } from './journalLine';
import { journalPieces } from './journalPieces';

/** A sound line's place in a journal's bytes, without its newline, and the facts it holds. */
interface Kept {
  from: number;
  to: number;
  seq: number;
  count: number;
}

function* keptLines(bytes: Buffer): Generator<Kept> {
  let due = 1;
  for (const { from, to, state } of journalPieces(bytes)) {
    if (state !== 'sound') continue;
    const { seq } = lineNumbers(bytes, from);
    if (!(seq >= due)) continue;
    const parsed = parseLine(bytes, from, to);
    if (parsed.what === 'head') continue;
    yield { from, to, seq, count: parsed.count };
    due = seq + parsed.count;
  }
}

/**
 * A journal without damage out of one that has some, in pieces: its sound lines byte for byte, holes filled
 * from `donor` (an earlier copy of the same history), and a line that says so where facts are lost for good.
 * It reaches up to fact `next - 1`. Also how a journal without a head line gets one.
 */
export function* repairedJournal(
  bytes: Buffer,
  { history, next, donor }: { history: string; next: number; donor: Buffer | null },
): Generator<string> {
  const spare = new Map<number, Kept>();
  if (donor) for (const kept of keptLines(donor)) spare.set(kept.seq, kept);
  let due = 1;

  function* fill(to: number): Generator<string> {
    while (due < to) {
      const found = spare.get(due);
      if (found && donor && due + found.count <= to) {
        yield `${donor.toString('utf8', found.from, found.to)}\n`;
        due += found.count;
        continue;
      }
      const later = [...spare.keys()].filter((seq) => seq > due && seq < to);
      const until = later.length > 0 ? Math.min(...later) : to;
      yield lostLine(due, until - due);
      due = until;
    }
  }

  yield journalHead(history);
  for (const { from, to, seq, count } of keptLines(bytes)) {
    if (seq + count > next) break;
    yield* fill(seq);
    yield `${bytes.toString('utf8', from, to)}\n`;
    due = seq + count;
  }
  yield* fill(next);
}

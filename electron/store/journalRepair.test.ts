import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journalHead, journalLine } from './journalLine';
import { repairedJournal } from './journalRepair';
import { scanJournal } from './journalScan';
import { tallyCommit, tallyCommitFrom } from './tally';
import type { TallyCommit } from './tally';

const scan = (bytes: Buffer) =>
  scanJournal(bytes, { file: 'journal.jsonl', after: 0, commitFrom: tallyCommitFrom });

/** A journal of commits with so many facts each. */
function journalOf(sizes: readonly number[]) {
  let seq = 1;
  const commits = sizes.map((size): TallyCommit => {
    const facts = Array.from({ length: size }, (_, at) => `ä${seq + at}`);
    const commit = tallyCommit(seq, ...facts);
    seq += size;
    return commit;
  });
  const bytes = Buffer.from(journalHead('h') + commits.map((one) => journalLine(one)).join(''));
  return { commits, bytes };
}

const damaged = (bytes: Buffer, places: readonly number[]) => {
  const copy = Buffer.from(bytes);
  for (const place of places) {
    const at = Math.floor(place * copy.length);
    copy[at] = (copy[at] ?? 0) ^ 0x41;
  }
  return copy;
};

const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 30 });
const places = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 4 });

test('whatever is damaged, the repaired journal is sound and holds what was sound', () => {
  fc.assert(
    fc.property(sizes, places, (counts, hits) => {
      const { bytes } = journalOf(counts);
      const found = scan(damaged(bytes, hits));
      if (found.problems.some(({ what }) => what === 'unreadable')) return;
      const kept = damaged(bytes, hits).subarray(0, found.length);
      const wish = { history: 'h', next: found.next, donor: null };
      const repaired = Buffer.from([...repairedJournal(kept, wish)].join(''));
      const again = scan(repaired);
      expect(again).toMatchObject({ problems: [], next: found.next, commits: found.commits });
      expect(again.lost.flatMap(spread)).toEqual(found.holes.flatMap(spread));
    }),
  );
});

test('an earlier copy of the same history gives back all it holds', () => {
  fc.assert(
    fc.property(sizes, places, (counts, hits) => {
      const { bytes, commits } = journalOf(counts);
      const next = commits.reduce((sum, { facts }) => sum + facts.length, 1);
      const wish = { history: 'h', next, donor: bytes };
      const repaired = Buffer.from([...repairedJournal(damaged(bytes, hits), wish)].join(''));
      expect(scan(repaired)).toMatchObject({ problems: [], lost: [], commits });
    }),
  );
});

const spread = ({ from, to }: { from: number; to: number }) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

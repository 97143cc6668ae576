import { describe, expect, test } from 'vitest';
import { journalLine } from './journalLine';
import { scanJournal } from './journalScan';
import { tallyCommit, tallyCommitFrom, tallyCommits } from './tally';
import type { TallyCommit } from './tally';

const scan = (bytes: Buffer, after = 0, commitFrom = tallyCommitFrom) =>
  scanJournal(bytes, { file: 'journal.jsonl', after, commitFrom });

const write = (commits: readonly TallyCommit[]) => Buffer.from(commits.map(journalLine).join(''));

/** The same bytes with one in the middle of a line (from 1) flipped. */
function flipped(bytes: Buffer, line: number): Buffer {
  const copy = Buffer.from(bytes);
  let start = 0;
  for (let i = 1; i < line; i++) start = copy.indexOf('\n', start) + 1;
  const at = start + 30;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

test('all commits come back, with the number and length to go on from', () => {
  const commits = [tallyCommit(1, 'a', 'b'), tallyCommit(3), tallyCommit(4, 'c', 'd', 'e')];
  const bytes = write(commits);
  expect(scan(bytes)).toEqual({
    commits,
    complete: true,
    next: 7,
    last: 6,
    facts: 6,
    lines: 3,
    length: bytes.length,
    torn: false,
    problems: [],
  });
});

test('an empty journal begins at fact 1', () => {
  expect(scan(Buffer.alloc(0))).toMatchObject({
    commits: [],
    complete: true,
    next: 1,
    problems: [],
  });
});

test('only what a snapshot lacks is parsed', () => {
  const commits = tallyCommits(1, 100);
  const parsed: number[] = [];
  const result = scan(write(commits), 97, (json) => {
    const commit = tallyCommitFrom(json);
    parsed.push(commit.seq);
    return commit;
  });
  expect(parsed).toEqual([98, 99, 100]);
  expect(result.commits).toEqual(commits.slice(97));
});

test.each([1, 2, 3, 4])('a snapshot at fact %i finds its place between longer commits', (after) => {
  const commits = [tallyCommit(1, 'a'), tallyCommit(2, 'b'), tallyCommit(3), tallyCommit(4)];
  expect(scan(write(commits), after)).toMatchObject({ complete: true, next: 5, problems: [] });
  const long = [tallyCommit(1, 'a', 'b', 'c'), tallyCommit(4, 'd'), tallyCommit(5, 'e', 'f')];
  const ends = [3, 4, 6];
  const result = scan(write(long), after);
  expect(result.complete).toBe(ends.includes(after));
  expect(result.problems.length === 0).toBe(ends.includes(after));
});

describe('the end of a journal cut off', () => {
  const kept = [tallyCommit(1), tallyCommit(2, 'Äänekoski', 'b')];
  const whole = write(kept);
  const last = write([tallyCommit(4, 'ŋ', 'last')]);

  test('at every byte of the last line: the line is dropped, nothing else', () => {
    for (let cut = 1; cut < last.length; cut++) {
      const bytes = Buffer.concat([whole, last.subarray(0, cut)]);
      expect(scan(bytes), `cut at ${cut}`).toMatchObject({
        commits: kept,
        complete: true,
        next: 4,
        length: whole.length,
        torn: true,
        problems: [],
      });
    }
  });

  test('and filled with NUL, as after a power cut: dropped likewise', () => {
    const bytes = Buffer.concat([whole, last.subarray(0, 20), Buffer.alloc(4000)]);
    expect(scan(bytes)).toMatchObject({ commits: kept, complete: true, length: whole.length });
  });

  test('but a whole last line whose newline was damaged is named', () => {
    const bytes = Buffer.concat([whole, last]);
    bytes[bytes.length - 1] = 0x0b;
    expect(scan(bytes)).toMatchObject({
      complete: false,
      problems: [{ what: 'checksum', line: 3 }],
    });
  });
});

describe('a damaged line', () => {
  const bytes = write(tallyCommits(1, 10));

  test('is named with its number, and nothing behind it is taken', () => {
    const result = scan(flipped(bytes, 4));
    expect(result.problems).toEqual([
      {
        file: 'journal.jsonl',
        line: 4,
        what: 'checksum',
        detail: 'line 4 is not what was written',
      },
    ]);
    expect(result.commits.map((commit) => commit.seq)).toEqual([1, 2, 3]);
    expect(result.complete).toBe(false);
  });

  test('inside a snapshot is named and does no harm', () => {
    const result = scan(flipped(bytes, 4), 6);
    expect(result.problems).toMatchObject([{ line: 4, what: 'checksum' }]);
    expect(result.commits.map((commit) => commit.seq)).toEqual([7, 8, 9, 10]);
    expect(result).toMatchObject({ complete: true, next: 11 });
  });

  test('just behind a snapshot leaves nothing to take', () => {
    expect(scan(flipped(bytes, 4), 3)).toMatchObject({ commits: [], complete: false });
  });

  test('as the last one with its newline is not taken for a torn tail', () => {
    const result = scan(flipped(bytes, 10));
    expect(result).toMatchObject({ complete: false, problems: [{ line: 10, what: 'checksum' }] });
  });

  test('as the last one does no harm when the snapshot holds it', () => {
    expect(scan(flipped(bytes, 10), 10)).toMatchObject({ complete: true, next: 11 });
    expect(scan(flipped(bytes, 10), 9)).toMatchObject({ complete: false });
  });

  test('two at the end cannot be told from facts that the snapshot lacks', () => {
    expect(scan(flipped(flipped(bytes, 10), 9), 9).complete).toBe(false);
  });
});

test('facts that are missing between sound lines are a named gap', () => {
  const result = scan(write([tallyCommit(1), tallyCommit(3)]));
  expect(result.problems).toMatchObject([{ line: 2, what: 'gap' }]);
  expect(result).toMatchObject({ complete: false, next: 2 });
});

test('a gap inside the snapshot is named too', () => {
  const commits = [tallyCommit(1, 'a', 'b'), tallyCommit(4), tallyCommit(5)];
  const result = scan(write(commits), 4);
  expect(result.problems).toMatchObject([{ line: 2, what: 'gap' }]);
  expect(result).toMatchObject({ complete: true, next: 6 });
});

test('a line that stands twice is named', () => {
  const result = scan(write([tallyCommit(1), tallyCommit(2), tallyCommit(2), tallyCommit(3)]), 3);
  expect(result.problems).toMatchObject([{ line: 3, what: 'gap' }]);
});

test('a journal that ends before the snapshot is behind', () => {
  const result = scan(write(tallyCommits(1, 3)), 5);
  expect(result.problems).toMatchObject([{ what: 'behind' }]);
  expect(result.complete).toBe(false);
});

test('a sound line that the program cannot read ends what is taken', () => {
  const result = scan(write(tallyCommits(1, 3)), 0, (json) => {
    const commit = tallyCommitFrom(json);
    if (commit.seq === 2) throw new Error('unknown fact');
    return commit;
  });
  expect(result.problems).toMatchObject([
    { line: 2, what: 'unreadable', detail: 'line 2 cannot be read: unknown fact' },
  ]);
  expect(result).toMatchObject({ complete: false, next: 2 });
});

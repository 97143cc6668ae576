import { describe, expect, test } from 'vitest';
import { journalHead, journalLine, lostLine } from './journalLine';
import { scanJournal } from './journalScan';
import { tallyCommit, tallyCommitFrom, tallyCommits } from './tally';
import type { TallyCommit } from './tally';

const scan = (bytes: Buffer, after = 0, commitFrom = tallyCommitFrom) =>
  scanJournal(bytes, { file: 'journal.jsonl', after, commitFrom });

const HEAD = journalHead('h');
/** Commits that were each written alone. */
const write = (commits: readonly TallyCommit[]) =>
  Buffer.from(HEAD + commits.map((commit) => journalLine(commit)).join(''));
/** Commits that were written together. */
const group = (commits: readonly TallyCommit[]) =>
  Buffer.from(commits.map((commit) => journalLine(commit, commits[0]?.seq)).join(''));

/** Where a line (from 1) begins. */
function startOf(bytes: Buffer, line: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = bytes.indexOf('\n', start) + 1;
  return start;
}

/** The same bytes with one in the middle of a line (from 1) flipped. */
function flipped(bytes: Buffer, line: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = startOf(bytes, line) + 30;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

const numbers = (commits: readonly TallyCommit[]) => commits.map(({ seq }) => seq);

test('all commits come back, with the number and length to go on from', () => {
  const commits = [tallyCommit(1, 'a', 'b'), tallyCommit(3), tallyCommit(4, 'c', 'd', 'e')];
  const bytes = write(commits);
  expect(scan(bytes)).toEqual({
    version: 3,
    history: 'h',
    commits,
    holes: [],
    lost: [],
    next: 7,
    last: 6,
    facts: 6,
    lines: 4,
    length: bytes.length,
    sure: startOf(bytes, 4),
    torn: false,
    problems: [],
  });
});

test('a journal of the first version has no head', () => {
  const bytes = Buffer.from(
    tallyCommits(1, 2)
      .map((commit) => journalLine(commit))
      .join(''),
  );
  expect(scan(bytes)).toMatchObject({ version: 1, history: null, next: 3, problems: [] });
});

test('an empty journal begins at fact 1', () => {
  expect(scan(Buffer.alloc(0))).toMatchObject({ commits: [], next: 1, problems: [] });
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

test.each([1, 2, 3, 4, 5])(
  'a snapshot at fact %i finds its place between longer commits',
  (after) => {
    const long = [tallyCommit(1, 'a', 'b', 'c'), tallyCommit(4, 'd'), tallyCommit(5, 'e', 'f')];
    const result = scan(write(long), after);
    expect(result.problems.length === 0).toBe([3, 4, 6].includes(after));
  },
);

describe('the end of a journal cut off', () => {
  const kept = [tallyCommit(1), tallyCommit(2, 'Äänekoski', 'b')];
  const whole = write(kept);
  const last = group([tallyCommit(4, 'ŋ', 'last')]);

  test('at every byte of the last line: the line is dropped, nothing else', () => {
    for (let cut = 1; cut < last.length; cut++) {
      const bytes = Buffer.concat([whole, last.subarray(0, cut)]);
      expect(scan(bytes), `cut at ${cut}`).toMatchObject({
        commits: kept,
        next: 4,
        length: whole.length,
        torn: true,
        problems: [],
      });
    }
  });

  test('and filled with NUL, as after a power cut: dropped likewise', () => {
    const bytes = Buffer.concat([whole, last.subarray(0, 20), Buffer.alloc(4000)]);
    expect(scan(bytes)).toMatchObject({ commits: kept, length: whole.length });
  });

  test('but a whole last line whose newline was damaged is named and kept', () => {
    const bytes = Buffer.concat([whole, last]);
    bytes[bytes.length - 1] = 0x0b;
    expect(scan(bytes)).toMatchObject({ next: 6, problems: [{ what: 'checksum', line: 4 }] });
  });
});

describe('a write that is not whole', () => {
  const sound = write(tallyCommits(1, 3));
  const last = group(tallyCommits(4, 6));
  const bytes = Buffer.concat([sound, last]);

  test('is left out from its first damaged line on, for nobody may have been told of it', () => {
    const result = scan(flipped(bytes, 6));
    expect(numbers(result.commits)).toEqual([1, 2, 3, 4]);
    expect(result).toMatchObject({ next: 5, length: startOf(bytes, 6), holes: [] });
    expect(result.problems).toMatchObject([{ line: 6, what: 'checksum' }]);
  });

  test('whose first page never reached the disk is left out whole', () => {
    const torn = Buffer.from(bytes);
    torn.fill(0, sound.length, sound.length + 100);
    const result = scan(torn);
    expect(numbers(result.commits)).toEqual([1, 2, 3]);
    expect(result).toMatchObject({ next: 4, length: sound.length, holes: [] });
  });

  test('is a hole once a later write stands behind it', () => {
    const later = Buffer.concat([flipped(bytes, 6), group(tallyCommits(7, 8))]);
    const result = scan(later);
    expect(numbers(result.commits)).toEqual([1, 2, 3, 4, 6, 7, 8]);
    expect(result).toMatchObject({ next: 9, length: later.length, holes: [{ from: 5, to: 5 }] });
  });

  test('and what was written before it is sure', () => {
    expect(scan(bytes).sure).toBe(sound.length);
    expect(scan(bytes, 6).sure).toBe(bytes.length);
  });
});

describe('a damaged line', () => {
  const bytes = write(tallyCommits(1, 10));

  test('is named with its number, and what was written later is taken', () => {
    const result = scan(flipped(bytes, 5));
    expect(result.problems).toEqual([
      {
        file: 'journal.jsonl',
        line: 5,
        what: 'checksum',
        detail: 'line 5 is not what was written',
      },
    ]);
    expect(numbers(result.commits)).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 10]);
    expect(result).toMatchObject({ next: 11, holes: [{ from: 4, to: 4 }] });
  });

  test('inside a snapshot is a hole of the history alone', () => {
    const result = scan(flipped(bytes, 5), 6);
    expect(result.problems).toMatchObject([{ line: 5, what: 'checksum' }]);
    expect(numbers(result.commits)).toEqual([7, 8, 9, 10]);
    expect(result).toMatchObject({ next: 11, holes: [{ from: 4, to: 4 }] });
  });

  test('as the last one with its newline is named, and dropped unless a snapshot holds it', () => {
    const damaged = flipped(bytes, 11);
    expect(scan(damaged)).toMatchObject({ next: 10, length: startOf(bytes, 11), holes: [] });
    expect(scan(damaged).problems).toMatchObject([{ line: 11, what: 'checksum' }]);
    expect(scan(damaged, 10)).toMatchObject({ next: 11, holes: [{ from: 10, to: 10 }] });
  });

  test('two at the end of which a snapshot holds one', () => {
    const damaged = flipped(flipped(bytes, 11), 10);
    expect(scan(damaged, 9)).toMatchObject({ next: 10, holes: [{ from: 9, to: 9 }] });
  });

  test('that has lost its newline takes no other with it', () => {
    const damaged = Buffer.from(bytes);
    damaged[startOf(bytes, 5) - 1] = 0x0b;
    const result = scan(damaged);
    expect(numbers(result.commits)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(result.problems).toMatchObject([{ line: 4, what: 'checksum' }, { line: 4 }]);
  });

  test('the head: the facts are there, and whose they are is not known', () => {
    expect(scan(flipped(bytes, 1))).toMatchObject({
      history: null,
      next: 11,
      holes: [],
      problems: [{ line: 1, what: 'checksum' }],
    });
  });
});

test('facts that are missing between sound lines are a named gap', () => {
  const result = scan(write([tallyCommit(1), tallyCommit(3)]));
  expect(result.problems).toMatchObject([{ line: 3, what: 'gap' }]);
  expect(result).toMatchObject({ next: 4, holes: [{ from: 2, to: 2 }] });
});

test('a line that stands twice is named and taken once', () => {
  const twice = [tallyCommit(1), tallyCommit(2), tallyCommit(2), tallyCommit(3)];
  const result = scan(write(twice));
  expect(result.problems).toMatchObject([{ line: 4, what: 'gap' }]);
  expect(numbers(result.commits)).toEqual([1, 2, 3]);
});

test('a journal that ends before the snapshot is behind', () => {
  const result = scan(write(tallyCommits(1, 3)), 5);
  expect(result.problems).toMatchObject([{ what: 'behind' }]);
  expect(result).toMatchObject({ next: 6, holes: [{ from: 4, to: 5 }] });
});

test('a line that says facts are lost is no problem any more where the database reaches behind it', () => {
  const lines = [HEAD, journalLine(tallyCommit(1)), lostLine(2, 3), journalLine(tallyCommit(5))];
  const result = scan(Buffer.from(lines.join('')), 4);
  expect(result).toMatchObject({ next: 6, holes: [], lost: [{ from: 2, to: 4 }], problems: [] });
  expect(numbers(result.commits)).toEqual([5]);
});

test('a line that says facts are lost which the database does not hold either is named', () => {
  const lines = [HEAD, journalLine(tallyCommit(1)), lostLine(2, 3), journalLine(tallyCommit(5))];
  const result = scan(Buffer.from(lines.join('')), 1);
  expect(result).toMatchObject({ next: 6, holes: [{ from: 2, to: 4 }] });
  expect(result.problems).toMatchObject([{ line: 3, what: 'gap' }]);
  expect(numbers(result.commits)).toEqual([5]);
});

test('a sound line that the program cannot read is named', () => {
  const result = scan(write(tallyCommits(1, 3)), 0, (json) => {
    const commit = tallyCommitFrom(json);
    if (commit.seq === 2) throw new Error('unknown fact');
    return commit;
  });
  expect(result.problems).toMatchObject([
    { line: 3, what: 'unreadable', detail: 'line 3 cannot be read: unknown fact' },
  ]);
});

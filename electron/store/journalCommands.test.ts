import { expect, test } from 'vitest';
import { journalHead, journalLine, lostLine } from './journalLine';
import { lastCommands } from './journalCommands';
import { tallyCommit, tallyCommits } from './tally';

const journal = (...lines: string[]) => Buffer.from(journalHead('h') + lines.join(''));

test('the last commands are told with the number of their last fact, newest first', () => {
  const bytes = journal(
    journalLine(tallyCommit(1, 'a', 'b', 'c')),
    journalLine(tallyCommit(4)),
    lostLine(5, 2),
    journalLine(tallyCommit(7, 'd', 'e'), 4),
  );
  expect([...lastCommands(bytes, 10, null)]).toEqual([
    ['cmd-7', 8],
    ['cmd-4', 4],
    ['cmd-1', 3],
  ]);
});

test('no more are told than asked for', () => {
  const bytes = journal(...tallyCommits(1, 50).map((commit) => journalLine(commit)));
  const told = lastCommands(bytes, 20, null);
  expect([...told.keys()]).toEqual(Array.from({ length: 20 }, (_, at) => `cmd-${50 - at}`));
});

test('an empty journal tells of none', () => {
  expect(lastCommands(Buffer.alloc(0), 10, null).size).toBe(0);
  expect(lastCommands(journal(), 10, null).size).toBe(0);
});

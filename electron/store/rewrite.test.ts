import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEventStore } from './eventStore';
import { rewriteEvent } from './rewrite';
import { tallyCommits, tallyOptions, testFolder } from './tally';
import type { TallyCommit } from './tally';

async function eventOf(commits: number) {
  const folder = join(testFolder(), 'event');
  const options = tallyOptions(folder);
  const store = await openEventStore(options);
  for (const commit of tallyCommits(1, commits)) await store.append(commit);
  await store.close();
  return { folder, options, open: () => openEventStore(options) };
}

const upper = (commit: TallyCommit): TallyCommit => ({
  ...commit,
  facts: commit.facts.map((fact) => fact.toUpperCase()),
});

test('every line and the database are as they are to be, and the event opens with them', async () => {
  const { folder, options, open } = await eventOf(4);
  const state = ['FACT 1', 'FACT 2', 'FACT 3', 'FACT 4'];
  await rewriteEvent<readonly string[], TallyCommit>({
    ...options,
    from: null,
    to: null,
    snapshot: { seq: 4, state },
    commit: upper,
    put: new Map([['more.json', ['{}']]]),
  });
  expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).not.toContain('fact ');
  expect(readFileSync(join(folder, 'more.json'), 'utf8')).toBe('{}');
  const store = await open();
  expect(store).toMatchObject({ state, seq: 4, problems: [] });
  const commits: TallyCommit[] = [];
  for await (const commit of store.commits()) commits.push(commit);
  expect(commits).toEqual(tallyCommits(1, 4).map(upper));
});

test('a commit that changes its number of facts, or a state of another number, leaves all as it was', async () => {
  const { folder, options } = await eventOf(3);
  const journal = readFileSync(join(folder, 'journal.jsonl'));
  const rewrite = { ...options, from: null, to: null, snapshot: { seq: 3, state: [] } };
  const doubled = (commit: TallyCommit) => ({ ...commit, facts: ['a', 'b'] });
  await expect(rewriteEvent({ ...rewrite, commit: doubled })).rejects.toMatchObject({
    code: 'order',
  });
  await expect(rewriteEvent({ ...rewrite, snapshot: { seq: 2, state: [] } })).rejects.toMatchObject(
    { code: 'damaged' },
  );
  expect(readFileSync(join(folder, 'journal.jsonl'))).toEqual(journal);
});

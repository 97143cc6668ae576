import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeBackup } from './backups';
import { eventFolder } from './dataFolder';
import { openEventStore } from './eventStore';
import { nodeDisk } from './nodeDisk';
import { tallyCommit, tallyOptions, testFolder } from './tally';
import { verifyFolder } from './verify';

const ID = '01JD9Z0000000000000000000A';

async function folderWithEvent() {
  const data = testFolder();
  const folder = eventFolder(data, ID);
  const store = await openEventStore(tallyOptions(folder));
  await store.append(tallyCommit(1, 'a', 'b'));
  await store.append(tallyCommit(3, 'c'));
  await store.append(tallyCommit(4, 'd', 'e'));
  await store.snapshot(['a', 'b', 'c'], 3);
  await store.close();
  const journal = join(folder, 'journal.jsonl');
  return { data, folder, journal, database: join(folder, 'db.json') };
}

test('a sound folder is well, with the number of its facts', async () => {
  const { data } = await folderWithEvent();
  expect(await verifyFolder(data)).toEqual({
    ok: true,
    events: [{ id: ID, seq: 5, facts: 5, lost: 0, problems: [] }],
    problems: [],
  });
});

test('a folder that is not there yet is well', async () => {
  expect(await verifyFolder(join(testFolder(), 'none'))).toEqual({
    ok: true,
    events: [],
    problems: [],
  });
});

type Folder = Awaited<ReturnType<typeof folderWithEvent>>;
const change = (path: string, edit: (text: string) => string) =>
  writeFileSync(path, edit(readFileSync(path, 'utf8')));

test.each<[string, (of: Folder) => void, object]>([
  [
    'a changed byte in the first line',
    ({ journal }) => change(journal, (text) => text.replace('"a"', '"x"')),
    { file: 'journal.jsonl', line: 2, what: 'checksum' },
  ],
  [
    'a line taken out',
    ({ journal }) => change(journal, (text) => text.replace(/(\n.*\n).*\n/, '$1')),
    { file: 'journal.jsonl', line: 3, what: 'gap' },
  ],
  [
    'a torn tail',
    ({ journal }) => change(journal, (text) => text.slice(0, -3)),
    { file: 'journal.jsonl', line: 4, what: 'torn-tail' },
  ],
  [
    'a journal shorter than the database',
    ({ journal }) => change(journal, (text) => text.split('\n', 2).join('\n') + '\n'),
    { file: 'journal.jsonl', what: 'behind' },
  ],
  [
    'an empty database',
    ({ database }) => writeFileSync(database, ''),
    { file: 'db.json', what: 'empty' },
  ],
  ['no database', ({ database }) => rmSync(database), { file: 'db.json', what: 'missing' }],
  ['no journal', ({ journal }) => rmSync(journal), { file: 'journal.jsonl', what: 'missing' }],
  [
    'files that were being replaced',
    ({ folder }) => writeFileSync(join(folder, 'swap.json'), '{}'),
    { file: 'swap.json', what: 'unfinished' },
  ],
  [
    'a key that is no key',
    ({ folder }) => writeFileSync(join(folder, 'key.json'), 'no'),
    { file: 'key.json', what: 'unreadable' },
  ],
  [
    'a database of a later version',
    ({ database }) => change(database, (text) => text.replace('"version":3', '"version":4')),
    { file: 'db.json', what: 'newer' },
  ],
])('%s is named and nothing is repaired', async (_what, damage, problem) => {
  const folder = await folderWithEvent();
  damage(folder);
  const bytes = () =>
    readdirSync(folder.folder).map((name) => readFileSync(join(folder.folder, name)));
  const before = bytes();
  const report = await verifyFolder(folder.data);
  expect(report.ok).toBe(false);
  expect(report.events[0]?.problems).toMatchObject([problem]);
  expect(bytes()).toEqual(before);
});

test('a damaged backup is named', async () => {
  const { data, folder } = await folderWithEvent();
  const { name } = await makeBackup(nodeDisk, folder, { why: 'asked', at: 1, event: ID });
  expect(await verifyFolder(data)).toMatchObject({ ok: true });
  const path = join(folder, 'backups', name);
  writeFileSync(path, readFileSync(path).subarray(0, -5));
  const report = await verifyFolder(data);
  expect(report.events[0]?.problems).toMatchObject([{ file: `backups/${name}` }]);
});

test('facts that a repair has noted as lost are told, and are no problem any more', async () => {
  const { data, folder, journal } = await folderWithEvent();
  change(journal, (text) => text.replace('"d"', '"x"'));
  await (await openEventStore(tallyOptions(folder))).close();
  expect(await verifyFolder(data)).toMatchObject({ ok: true, events: [{ seq: 3, lost: 0 }] });
  change(journal, (text) => text.replace('"a"', '"x"'));
  await (await openEventStore(tallyOptions(folder))).close();
  expect(await verifyFolder(data)).toMatchObject({ ok: true, events: [{ seq: 3, lost: 2 }] });
});

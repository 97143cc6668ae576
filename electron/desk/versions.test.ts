import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newestGoodBackup } from '../store/backups';
import { eventFolder, listEventIds } from '../store/dataFolder';
import { nodeDisk } from '../store/nodeDisk';
import { verifyFolder } from '../store/verify';
import { openDeskOn } from './openDeskOn.fixture';

/**
 * Data folders as each version of the formats left them, killed in the middle of work. A new version adds its
 * own; none is ever changed.
 */
const FOLDERS = new URL('../../tests/fixtures/versions/', import.meta.url).pathname;
const VERSIONS = readdirSync(FOLDERS);

async function copyOf(version: string) {
  const data = mkdtempSync(join(tmpdir(), 'nuija-version-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  cpSync(join(FOLDERS, version), data, { recursive: true });
  const [event = ''] = await listEventIds(nodeDisk, data);
  return { data, event, folder: eventFolder(data, event) };
}

test('there is a folder of every version', () => {
  expect(VERSIONS).toEqual(expect.arrayContaining(['v1', 'v2']));
});

describe.each(VERSIONS)('a data folder of %s', (version) => {
  test('opens with all that is in it, and work goes on', async () => {
    const { data, event } = await copyOf(version);
    const desk = await openDeskOn(data);
    const { state } = await desk.ask('event.state', { event });
    expect(state.event).toMatchObject({ name: 'Esimerkkitilaisuus', date: '2027-03-27' });
    const sorted = state.participants.toSorted((a, b) =>
      a.firstName.localeCompare(b.firstName, 'fi'),
    );
    const people = sorted.map(({ firstName, status, notes }) => [firstName, status, notes]);
    expect(people).toEqual([
      ['Aino', 'present', ''],
      ['Bertta', 'present', ''],
      ['Cecilia', 'expected', ''],
      ['Åke', 'expected', 'Mikrofonikoe'],
    ]);
    expect(state.marks.map(({ speaker }) => speaker).toSorted()).toEqual(['s1', 's2']);
    expect(state.sessions.filter(({ startedAt }) => startedAt !== null)).toHaveLength(1);
    const ask = { command: { type: 'participant.checkIn', who: 'ake@example.org' } } as const;
    expect(await desk.ask('event.command', { event, ask })).toMatchObject({ ok: true, seq: 25 });
    const document = await desk.ask('export.make', { event, format: 'json' });
    expect(JSON.parse(Buffer.from(document.bytes, 'base64').toString()).facts).toHaveLength(25);
    expect((await desk.ask('app.info', {})).problems).toEqual([]);
    await desk.close();
    expect(await verifyFolder(data)).toMatchObject({ ok: true });
  });
});

test('an older folder is backed up before it is brought up to date, and then no more', async () => {
  const { data, event, folder } = await copyOf('v1');
  const before = readFileSync(join(folder, 'journal.jsonl'));
  const desk = await openDeskOn(data);
  await desk.ask('event.state', { event });
  await desk.close();
  const backup = await newestGoodBackup(nodeDisk, folder, event);
  expect(backup?.head.why).toBe('migration');
  expect(backup?.files.get('journal.jsonl')).toEqual(before);
  expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toMatch(/"version":2/);
  const migrated = readFileSync(join(folder, 'journal.jsonl'));
  const again = await openDeskOn(data);
  await again.ask('event.state', { event });
  await again.close();
  expect(readFileSync(join(folder, 'journal.jsonl'))).toEqual(migrated);
});

test('an older folder that cannot be backed up is left as it is', async () => {
  const { data, event, folder } = await copyOf('v1');
  const before = readFileSync(join(folder, 'journal.jsonl'));
  writeFileSync(join(folder, 'backups'), 'in the way');
  const desk = await openDeskOn(data);
  await expect(desk.ask('event.state', { event })).rejects.toMatchObject({
    code: expect.stringMatching(/^store\./),
  });
  await desk.close();
  expect(readFileSync(join(folder, 'journal.jsonl'))).toEqual(before);
});

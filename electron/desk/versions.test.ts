import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newestGoodBackup } from '../store/backups';
import { eventFolder, listEventIds } from '../store/dataFolder';
import { JOURNAL_VERSION } from '../store/journalLine';
import { nodeDisk } from '../store/nodeDisk';
import { SNAPSHOT_VERSION } from '../store/snapshot';
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

const NOW = `v${JOURNAL_VERSION}`;

test('there is a folder of every version', () => {
  expect(SNAPSHOT_VERSION).toBe(JOURNAL_VERSION);
  const every = Array.from({ length: JOURNAL_VERSION }, (_, at) => `v${at + 1}`);
  expect(VERSIONS).toEqual(every);
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
    expect(await desk.ask('event.command', { event, ask })).toMatchObject({
      ok: true,
      seq: state.seq + 1,
    });
    const document = await desk.ask('export.make', { event, format: 'json' });
    expect(JSON.parse(Buffer.from(document.bytes, 'base64').toString()).facts).toHaveLength(
      state.seq + 1,
    );
    expect((await desk.ask('app.info', {})).problems).toEqual([]);
    await desk.close();
    expect(await verifyFolder(data)).toMatchObject({ ok: true });
  });
});

test('a data folder of v3 holds what version 2 did not know', async () => {
  const { data, event } = await copyOf('v3');
  const desk = await openDeskOn(data);
  const { state } = await desk.ask('event.state', { event });
  expect(state.event).toMatchObject({
    questions: [{ id: 'room' }],
    next: { name: 'Henkilökohtainen budjetointi' },
    retentionDays: 60,
    badgeSize: { badge: [90, 55] },
    badgeDesign: { bandForAll: true },
    badgeLogo: expect.stringMatching(/^data:image/),
  });
  expect(state.feedback).toMatchObject([
    { source: 'kiosk', answers: { usefulness: 4, recommend: true, room: 1 } },
  ]);
  await desk.close();
});

const OLDER = VERSIONS.filter((version) => version !== NOW);
const versionsIn = (folder: string) =>
  ['journal.jsonl', 'db.json'].map(
    (file) => /"version":(\d+)/.exec(readFileSync(join(folder, file), 'utf8'))?.[1],
  );

test.each(OLDER)(
  '%s is backed up before it is brought up to date, and then no more',
  async (version) => {
    const { data, event, folder } = await copyOf(version);
    const before = readFileSync(join(folder, 'journal.jsonl'));
    const desk = await openDeskOn(data);
    await desk.ask('event.state', { event });
    await desk.close();
    const backup = await newestGoodBackup(nodeDisk, folder, event);
    expect(backup?.head.why).toBe('migration');
    expect(backup?.files.get('journal.jsonl')).toEqual(before);
    expect(versionsIn(folder)).toEqual([`${JOURNAL_VERSION}`, `${SNAPSHOT_VERSION}`]);
    const migrated = readFileSync(join(folder, 'journal.jsonl'));
    const again = await openDeskOn(data);
    const { state } = await again.ask('event.state', { event });
    expect(readFileSync(join(folder, 'journal.jsonl'))).toEqual(migrated);
    // The backup is of the older version still: what it puts back is brought up to date as well.
    await again.ask('backups.restore', { event, from: { name: backup?.name ?? '' } });
    expect((await again.ask('event.state', { event })).state).toEqual(state);
    await again.close();
    expect(versionsIn(folder)).toEqual([`${JOURNAL_VERSION}`, `${SNAPSHOT_VERSION}`]);
  },
);

test.each(OLDER)('%s is left as it is where it cannot be backed up', async (version) => {
  const { data, event, folder } = await copyOf(version);
  const before = readFileSync(join(folder, 'journal.jsonl'));
  writeFileSync(join(folder, 'backups'), 'in the way');
  const desk = await openDeskOn(data);
  await expect(desk.ask('event.state', { event })).rejects.toMatchObject({
    code: expect.stringMatching(/^store\./),
  });
  await desk.close();
  expect(readFileSync(join(folder, 'journal.jsonl'))).toEqual(before);
});

test.each(OLDER)(
  '%s with a damaged database keeps the journal of that version aside',
  async (version) => {
    const { data, event, folder } = await copyOf(version);
    const before = readFileSync(join(folder, 'journal.jsonl'));
    writeFileSync(join(folder, 'db.json'), '');
    const desk = await openDeskOn(data);
    const { state } = await desk.ask('event.state', { event });
    expect(state.participants).toHaveLength(4);
    await desk.close();
    expect(versionsIn(folder)).toEqual([`${JOURNAL_VERSION}`, `${SNAPSHOT_VERSION}`]);
    const aside = readdirSync(folder).filter((name) => name.startsWith('journal.damaged-'));
    expect(aside.map((name) => readFileSync(join(folder, name)))).toEqual([before]);
  },
);

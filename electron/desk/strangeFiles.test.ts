import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LocalDesk } from './desk';
import { openDeskOn } from './openDeskOn.fixture';

/** A data folder with two closed events of two people each. */
async function twoEvents() {
  const data = await mkdtemp(join(tmpdir(), 'nuija-strange-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  const ids: string[] = [];
  const desk = await deskOn(data);
  for (const name of ['Kainuu', 'Kymenlaakso']) {
    const details = { name, date: '2027-03-27' };
    const { event } = await desk.ask('events.create', { details });
    for (const lastName of [`${name} Eka`, `${name} Toka`]) {
      const command = { type: 'participant.add' as const, fields: { lastName } };
      await desk.ask('event.command', { event, ask: { command } });
    }
    ids.push(event);
  }
  await desk.close();
  const [event = '', other = ''] = ids;
  const folder = join(data, 'events', event);
  return { data, event, folder, otherFolder: join(data, 'events', other) };
}

const said: string[] = [];

async function deskOn(dataFolder: string): Promise<LocalDesk> {
  const desk = await openDeskOn(dataFolder, {
    drives: async () => [],
    log: (line) => void said.push(line),
  });
  onTestFinished(() => desk.close());
  return desk;
}

async function names(desk: LocalDesk, event: string): Promise<string[]> {
  const { state } = await desk.ask('event.state', { event });
  return [state.event.name, ...state.participants.map((one) => one.lastName).toSorted()];
}

const OWN = ['Kainuu', 'Kainuu Eka', 'Kainuu Toka'];

/** Without its last backup, files are all there is of an event. */
const dropBackups = (folder: string) => rm(join(folder, 'backups'), { recursive: true });

/** Spoils the line that begins the event. */
async function spoilBeginning(folder: string): Promise<Buffer> {
  const path = join(folder, 'journal.jsonl');
  const bytes = await readFile(path);
  const at = bytes.indexOf('\n') + 60;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
  return bytes;
}

describe('files that are not this event’s', () => {
  it('as its journal: it goes on from its own database, and the strange file is kept', async () => {
    const { data, event, folder, otherFolder } = await twoEvents();
    await dropBackups(folder);
    const strange = await readFile(join(otherFolder, 'journal.jsonl'));
    await writeFile(join(folder, 'journal.jsonl'), strange);
    const desk = await deskOn(data);
    expect(await names(desk, event)).toEqual(OWN);
    const kept = (await readdir(folder)).find((name) => name.startsWith('journal.damaged'));
    expect(await readFile(join(folder, kept ?? ''))).toEqual(strange);
    expect(said.join()).toContain(`event ${event}: The files of the event were damaged`);
    await desk.close();
    expect(await names(await deskOn(data), event)).toEqual(OWN);
  });

  it('as all it has: it comes back from its newest backup, and both are kept', async () => {
    const { data, event, folder, otherFolder } = await twoEvents();
    const files = ['db.json', 'journal.jsonl'];
    for (const file of files) await copyFile(join(otherFolder, file), join(folder, file));
    const desk = await deskOn(data);
    expect((await names(desk, event))[0]).toBe('Kainuu');
    const kept = (await readdir(folder)).filter((name) => name.includes('damaged'));
    expect(kept).toHaveLength(2);
    const list = await desk.ask('events.list', {});
    expect(list.map((one) => one.name).toSorted()).toEqual(['Kainuu', 'Kymenlaakso']);
  });

  it('as all there is, without a backup: it stays closed and nothing is changed', async () => {
    const { data, event, folder, otherFolder } = await twoEvents();
    await dropBackups(folder);
    for (const file of ['db.json', 'journal.jsonl'])
      await copyFile(join(otherFolder, file), join(folder, file));
    const before = await readFile(join(folder, 'journal.jsonl'));
    const desk = await deskOn(data);
    await expect(desk.ask('event.state', { event })).rejects.toMatchObject({
      code: 'store.damaged',
    });
    expect((await readdir(folder)).toSorted()).toEqual(['db.json', 'journal.jsonl']);
    expect(await readFile(join(folder, 'journal.jsonl'))).toEqual(before);
  });
});

describe('an event of which too little is left', () => {
  it('is no event without a name: it stays closed, says so, and is not touched', async () => {
    const { data, event, folder } = await twoEvents();
    await dropBackups(folder);
    await rm(join(folder, 'db.json'));
    const spoilt = await spoilBeginning(folder);
    const desk = await deskOn(data);
    expect((await desk.ask('events.list', {})).map((one) => one.name)).toEqual(['Kymenlaakso']);
    const { problems } = await desk.ask('app.info', {});
    expect(problems).toMatchObject([{ event, closed: true, says: [{ code: 'store.damaged' }] }]);
    expect(await readdir(folder)).toEqual(['journal.jsonl']);
    expect(await readFile(join(folder, 'journal.jsonl'))).toEqual(spoilt);
  });

  it('is not begun anew in a folder that was emptied', async () => {
    const { data, event, folder } = await twoEvents();
    await rm(folder, { recursive: true });
    await mkdir(folder);
    const desk = await deskOn(data);
    await expect(desk.ask('event.state', { event })).rejects.toMatchObject({ code: 'store.empty' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('comes back from a backup that is listed and restored without opening it, and is told no more', async () => {
    const { data, event, folder } = await twoEvents();
    await writeFile(join(folder, 'swap.json'), '{"half');
    const desk = await deskOn(data);
    await desk.ask('events.list', {});
    expect((await desk.ask('app.info', {})).problems).toMatchObject([{ event, closed: true }]);
    const { backups } = await desk.ask('backups.list', { event });
    const { name = '', about } = backups[0] ?? {};
    expect(about?.name).toBe('Kainuu');
    await desk.ask('backups.restore', { event, from: { name } });
    expect((await names(desk, event))[0]).toBe('Kainuu');
    expect((await desk.ask('app.info', {})).problems).toEqual([]);
  });
});

import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DeskError } from '../../shared/contract';
import type { LiveSignal } from '../../shared/contract';
import type { LocalDesk } from './desk';
import { openDeskOn } from './openDeskOn.fixture';

async function folderOf(what: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `nuija-${what}-`));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function deskOn(dataFolder: string, sticks: string[] = []): Promise<LocalDesk> {
  const desk = await openDeskOn(dataFolder, {
    passphraseCost: { N: 2 ** 10, r: 8, p: 1 },
    drives: async () => sticks.map((path) => ({ path, name: 'TIKKU', free: 1_000_000 })),
  });
  onTestFinished(() => desk.close());
  return desk;
}

async function eventOn(desk: LocalDesk): Promise<string> {
  const details = { name: 'Soteuttamo Kajaani – Åbo', date: '2027-03-27' };
  return (await desk.ask('events.create', { details })).event;
}

const add = (desk: LocalDesk, event: string, lastName: string) =>
  desk.ask('event.command', {
    event,
    ask: { command: { type: 'participant.add', fields: { lastName }, checkIn: true } },
  });

async function names(desk: LocalDesk, event: string): Promise<string[]> {
  const { state } = await desk.ask('event.state', { event });
  return state.participants.map((one) => one.lastName).toSorted();
}

describe('the backups of an event', () => {
  it('tell when, why, and how many people are in them', async () => {
    const desk = await deskOn(await folderOf('data'));
    const event = await eventOn(desk);
    await add(desk, event, 'Eka');
    const made = await desk.ask('backups.make', { event });
    const about = { name: 'Soteuttamo Kajaani – Åbo', date: '2027-03-27' };
    expect(made).toMatchObject({ why: 'asked', about: { ...about, participants: 1, present: 1 } });
    expect(await desk.ask('backups.check', { event, name: made.name })).toMatchObject({ ok: true });
    const { backups, trouble } = await desk.ask('backups.list', { event });
    expect(backups.map((one) => one.name)).toContain(made.name);
    expect(trouble).toBeNull();
  });

  it('bring an event back under the eyes of who has it open, and that can be taken back', async () => {
    const desk = await deskOn(await folderOf('data'));
    const event = await eventOn(desk);
    await add(desk, event, 'Eka');
    const { name } = await desk.ask('backups.make', { event });
    await add(desk, event, 'Toka');
    const heard: LiveSignal[] = [];
    const stop = desk.live(event, 'desk', (signal) => heard.push(signal));
    const done = await desk.ask('backups.restore', { event, from: { name } });
    expect(await names(desk, event)).toEqual(['Eka']);
    const states = heard.flatMap((one) => (one.type === 'state' ? [one.state] : []));
    stop();
    expect(states.at(-1)?.participants.map((one) => one.lastName)).toEqual(['Eka']);
    await add(desk, event, 'Kolmas');
    expect(await names(desk, event)).toEqual(['Eka', 'Kolmas']);
    const undo = { name: done.before?.name ?? '' };
    await desk.ask('backups.restore', { event, from: undo });
    expect(await names(desk, event)).toEqual(['Eka', 'Toka']);
  });

  it('bring back an event whose files cannot be read any more', async () => {
    const data = await folderOf('data');
    const first = await deskOn(data);
    const event = await eventOn(first);
    await add(first, event, 'Eka');
    const { bytes } = await first.ask('backups.read', { event });
    await first.close();
    const files = join(data, 'events', event);
    await rm(join(files, 'backups'), { recursive: true, force: true });
    for (const file of ['db.json', 'journal.jsonl']) await writeFile(join(files, file), 'junk\n');

    const desk = await deskOn(data);
    await expect(desk.ask('event.state', { event })).rejects.toThrow();
    const done = await desk.ask('backups.restore', { event, from: { bytes } });
    expect(done.before).toBeNull();
    expect(done.aside).toHaveLength(2);
    expect(await names(desk, event)).toEqual(['Eka']);
    expect(await readFile(join(files, done.aside[0] ?? ''), 'utf8')).toBe('junk\n');
  });

  it('are not used when damaged, and the event is left as it is', async () => {
    const data = await folderOf('data');
    const desk = await deskOn(data);
    const event = await eventOn(desk);
    const { name } = await desk.ask('backups.make', { event });
    await add(desk, event, 'Eka');
    const path = join(data, 'events', event, 'backups', name);
    const bytes = await readFile(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(path, bytes);
    const asked = desk.ask('backups.restore', { event, from: { name } });
    await expect(asked).rejects.toMatchObject({ code: 'backup.damaged' });
    expect(await desk.ask('backups.check', { event, name })).toMatchObject({ ok: false });
    expect(await names(desk, event)).toEqual(['Eka']);
  });

  it('under another passphrase come back too, and wait for that', async () => {
    const desk = await deskOn(await folderOf('data'));
    const event = await eventOn(desk);
    await add(desk, event, 'Eka');
    const [first, second] = ['Vuoksen varrella 27.3.', 'Saimaan kanava kulkee'];
    await desk.ask('event.setPassphrase', { event, passphrase: first });
    const { bytes } = await desk.ask('backups.read', { event });
    await desk.ask('event.setPassphrase', { event, passphrase: second, old: first });
    await desk.ask('event.lock', { event });
    await desk.ask('event.unlock', { event, passphrase: second });
    await add(desk, event, 'Toka');
    const { before } = await desk.ask('backups.restore', { event, from: { bytes } });
    expect(before).toMatchObject({ sealed: true, about: null });
    const locked = desk.ask('event.state', { event });
    await expect(locked).rejects.toMatchObject({ code: 'seal.locked' });
    await desk.ask('event.unlock', { event, passphrase: first });
    expect(await names(desk, event)).toEqual(['Eka']);
    await desk.ask('backups.restore', { event, from: { name: before?.name ?? '' } });
    await desk.ask('event.unlock', { event, passphrase: second });
    expect(await names(desk, event)).toEqual(['Eka', 'Toka']);
  });

  it('of another event are refused', async () => {
    const desk = await deskOn(await folderOf('data'));
    const [event, other] = [await eventOn(desk), await eventOn(desk)];
    const { bytes } = await desk.ask('backups.read', { event: other });
    const asked = desk.ask('backups.restore', { event, from: { bytes } });
    await expect(asked).rejects.toMatchObject({ code: 'backup.other-event' });
  });

  it('are made by themselves: the hour’s own on closing, and one before an import', async () => {
    const data = await folderOf('data');
    const desk = await deskOn(data);
    const event = await eventOn(desk);
    const source = { name: 'a.csv', text: 'Etunimi;Sukunimi\nEka;Malli\n' };
    await desk.ask('import.apply', { event, source });
    const { backups } = await desk.ask('backups.list', { event });
    const before = backups.find((one) => one.why === 'import');
    expect(before?.about?.participants).toBe(0);
    await desk.close();
    const files = await readdir(join(data, 'events', event, 'backups'));
    expect(files.filter((name) => name.includes('-hourly-'))).toHaveLength(1);
  });

  it('stop no work when none can be made, and say so', async () => {
    const data = await folderOf('data');
    const desk = await deskOn(data);
    const event = await eventOn(desk);
    await writeFile(join(data, 'events', event, 'backups'), 'in the way');
    const source = { name: 'a.csv', text: 'Etunimi;Sukunimi\nEka;Malli\n' };
    const { outcome } = await desk.ask('import.apply', { event, source });
    expect(outcome).toMatchObject({ ok: true });
    await expect(desk.ask('backups.make', { event })).rejects.toMatchObject({
      code: expect.stringMatching(/^store\./),
    });
    await rm(join(data, 'events', event, 'backups'));
    await desk.ask('backups.make', { event });
  });
});

describe('a USB stick', () => {
  it('takes a copy that opens on another desk with nothing lost', async () => {
    const stick = await folderOf('stick');
    const here = await deskOn(await folderOf('data'), [stick]);
    const event = await eventOn(here);
    await add(here, event, 'Eka');
    const { path } = await here.ask('backups.copy', { event, drive: stick });
    expect(path.startsWith(join(stick, 'Nuija', 'Soteuttamo-Kajaani-Abo-'))).toBe(true);

    const there = await deskOn(await folderOf('data'), [stick]);
    const [drive] = await there.ask('drives.list', {});
    const [found] = drive?.backups ?? [];
    expect(found).toMatchObject({ event, here: false, about: { participants: 1 } });
    const from = { drive: stick, file: found?.name ?? '' };
    expect(await there.ask('events.openBackup', { from })).toEqual({ event });
    expect(await names(there, event)).toEqual(['Eka']);
    const [again] = await there.ask('drives.list', {});
    expect(again?.backups[0]?.here).toBe(true);
  });

  it('never overwrites an event that is here, and says how the two stand to each other', async () => {
    const stick = await folderOf('stick');
    const desk = await deskOn(await folderOf('data'), [stick]);
    const event = await eventOn(desk);
    await add(desk, event, 'Eka');
    await desk.ask('backups.copy', { event, drive: stick });
    const [drive] = await desk.ask('drives.list', {});
    const from = { drive: stick, file: drive?.backups[0]?.name ?? '' };
    const code = async () => {
      const asked = desk.ask('events.openBackup', { from });
      return asked.then(
        () => 'opened',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      );
    };
    expect(await code()).toBe('backup.hereSame');
    const { name: early } = await desk.ask('backups.make', { event });
    await add(desk, event, 'Toka');
    expect(await code()).toBe('backup.hereOlder');
    await desk.ask('backups.copy', { event, drive: stick });
    await desk.ask('backups.restore', { event, from: { name: early } });
    const [full] = await desk.ask('drives.list', {});
    from.file = full?.backups[0]?.name ?? '';
    expect(await code()).toBe('backup.hereNewer');
    await add(desk, event, 'Kolmas');
    expect(await code()).toBe('backup.hereApart');
    expect(await names(desk, event)).toEqual(['Eka', 'Kolmas']);
    await desk.ask('backups.restore', { event, from });
    expect(await names(desk, event)).toEqual(['Eka', 'Toka']);
  });

  it('says what restoring from it does to the passphrase of the event that is here', async () => {
    const stick = await folderOf('stick');
    const desk = await deskOn(await folderOf('data'), [stick]);
    const event = await eventOn(desk);
    const copy = async () => {
      const { path } = await desk.ask('backups.copy', { event, drive: stick });
      return { drive: stick, file: path.slice(stick.length + 1) };
    };
    const sealAfter = async (from: { drive: string; file: string }) => {
      await add(desk, event, 'Eka');
      const asked = desk.ask('events.openBackup', { from });
      const error: unknown = await asked.catch((refusal: unknown) => refusal);
      if (!(error instanceof DeskError)) throw new Error('it was opened');
      return error.params['seal'];
    };
    const open = await copy();
    expect(await sealAfter(open)).toBe('none');
    const [first, second] = ['Vuoksen varrella 27.3.', 'Saimaan kanava kulkee'];
    await desk.ask('event.setPassphrase', { event, passphrase: first });
    expect(await sealAfter(open)).toBe('unseals');
    const sealed = await copy();
    expect(await sealAfter(sealed)).toBe('stays');
    await desk.ask('event.setPassphrase', { event, passphrase: second, old: first });
    expect(await sealAfter(sealed)).toBe('other');
    await desk.ask('backups.restore', { event, from: open });
    expect(await sealAfter(sealed)).toBe('seals');
  });

  it('that is not plugged in, or a path that leads off it, is refused', async () => {
    const stick = await folderOf('stick');
    const data = await folderOf('data');
    const desk = await deskOn(data, [stick]);
    const event = await eventOn(desk);
    await desk.ask('backups.make', { event });
    const gone = desk.ask('backups.copy', { event, drive: data });
    await expect(gone).rejects.toMatchObject({ code: 'backup.stickGone' });
    const [name = ''] = await readdir(join(data, 'events', event, 'backups'));
    const file = join('..', data, 'events', event, 'backups', name);
    const asked = desk.ask('events.openBackup', { from: { drive: stick, file } });
    await expect(asked).rejects.toMatchObject({ code: 'backup.missing' });
  });

  it('with other files on it offers only what is a backup', async () => {
    const stick = await folderOf('stick');
    await mkdir(join(stick, 'Nuija'));
    await writeFile(join(stick, 'Nuija', 'lomakuvat.nuija-backup'), 'no backup at all');
    await writeFile(join(stick, '._x.nuija-backup'), 'a Mac’s own');
    const desk = await deskOn(await folderOf('data'), [stick]);
    expect(await desk.ask('drives.list', {})).toMatchObject([{ name: 'TIKKU', backups: [] }]);
  });
});

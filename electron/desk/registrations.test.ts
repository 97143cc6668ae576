import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../shared/contract';
import type { LocalDesk } from './desk';
import { openDeskOn } from './openDeskOn.fixture';

const folders: string[] = [];
const desks: LocalDesk[] = [];

async function deskOn(dataFolder: string): Promise<LocalDesk> {
  const desk = await openDeskOn(dataFolder);
  desks.push(desk);
  return desk;
}

async function newEvent(): Promise<{ desk: LocalDesk; event: string; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'nuija-registrations-'));
  folders.push(folder);
  const desk = await deskOn(folder);
  const { event } = await desk.ask('events.create', {
    details: { name: 'Tuonti', date: '2026-11-22' },
  });
  return { desk, event, folder };
}

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const people = async (desk: Desk, event: string) =>
  (await desk.ask('event.state', { event })).state.participants;

const fileOf = (rows: string[]) => ({
  name: 'ilmoittautuneet.csv',
  text: ['Etunimi;Sukunimi;Sähköposti;Organisaatio', ...rows].join('\n'),
});

const many = (count: number) =>
  fileOf(
    Array.from({ length: count }, (_, at) => `Eka${at};Toka;e${at}@malli.example;Oy ${at % 50}`),
  );

describe('an import that is given up', () => {
  it('leaves nothing, and says so', async () => {
    const { desk, event } = await newEvent();
    const applying = desk.ask('import.apply', { event, source: many(2_000), job: 'tuonti' });
    const failed = expect(applying).rejects.toMatchObject({ code: 'import.givenUp' });
    expect(await desk.ask('import.cancel', { job: 'tuonti' })).toEqual({ cancelled: true });
    await failed;
    expect(await people(desk, event)).toEqual([]);
    expect(await desk.ask('import.progress', { job: 'tuonti' })).toMatchObject({ phase: 'none' });
  });

  it('after it was done is too late', async () => {
    const { desk, event } = await newEvent();
    await desk.ask('import.apply', { event, source: many(3), job: 'tuonti' });
    expect(await desk.ask('import.cancel', { job: 'tuonti' })).toEqual({ cancelled: false });
    expect(await people(desk, event)).toHaveLength(3);
  });
});

describe('what was changed at a desk', () => {
  const changed = async () => {
    const { desk, event } = await newEvent();
    await desk.ask('import.apply', { event, source: many(2) });
    const [person] = (await people(desk, event)).filter(({ firstName }) => firstName === 'Eka0');
    const id = person?.id ?? '';
    const fields = { organisation: 'Tiskin Oy' };
    await desk.ask('event.command', {
      event,
      ask: { command: { type: 'participant.edit', who: id, fields } },
    });
    const organisation = async () =>
      (await people(desk, event)).find((one) => one.id === id)?.organisation;
    return { desk, event, id, organisation };
  };

  it('stands against the file unless a person decides otherwise', async () => {
    const { desk, event, organisation } = await changed();
    const done = await desk.ask('import.apply', { event, source: many(2) });
    expect(done.conflicts).toMatchObject([{ desk: 'Tiskin Oy', file: 'Oy 0' }]);
    expect(await organisation()).toBe('Tiskin Oy');
  });

  it('gives way where a person decides for the file, and no conflict is left', async () => {
    const { desk, event, id, organisation } = await changed();
    const take = [{ id, field: 'organisation' }];
    const done = await desk.ask('import.apply', { event, source: many(2), take });
    expect([done.updated, done.conflicts]).toEqual([1, []]);
    expect(await organisation()).toBe('Oy 0');
    const again = await desk.ask('import.preview', { event, source: many(2) });
    expect(again.plan).toMatchObject({ added: [], updated: [], unchanged: 2, conflicts: [] });
  });

  it('gives way everywhere at one word', async () => {
    const { desk, event, organisation } = await changed();
    await desk.ask('import.apply', { event, source: many(2), take: 'all' });
    expect(await organisation()).toBe('Oy 0');
  });
});

describe('an import of ten thousand', () => {
  it('is undone at once, stays undone after a restart, and can be brought back', async () => {
    const { desk, event, folder } = await newEvent();
    const { outcome } = await desk.ask('import.apply', { event, source: many(10_000) });
    expect(await people(desk, event)).toHaveLength(10_000);
    const undo = async (from: Desk, of: string) => {
      const done = await from.ask('event.command', {
        event,
        ask: { command: { type: 'undo', of } },
      });
      expect(done).toMatchObject({ ok: true });
      return done.ok ? done.cmd : '';
    };
    const undone = await undo(desk, outcome.ok ? outcome.cmd : '');
    expect(await people(desk, event)).toEqual([]);
    await desk.close();
    desks.length = 0;
    const after = await deskOn(folder);
    expect(await people(after, event)).toEqual([]);
    await undo(after, undone);
    expect(await people(after, event)).toHaveLength(10_000);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDeskOn } from './openDeskOn.fixture';

it('a desk reminds of data that are due by its own clock, until they are erased; the figures stay', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nuija-retention-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let now = Date.parse('2026-03-18T09:00:00Z');
  const clock = { now: () => now, atLeast: () => {} };
  const desk = await openDeskOn(folder, { clock });
  onTestFinished(() => desk.close());
  const details = { name: 'Kainuu', date: '2026-03-18', region: 'Kainuu' };
  const { event } = await desk.ask('events.create', { details });
  const does = (command: Parameters<typeof desk.ask<'event.command'>>[1]['ask']['command']) =>
    desk.ask('event.command', { event, ask: { command } });
  const fields = { firstName: 'Aino', sector: 'public' } as const;
  await does({ type: 'participant.add', fields, walkIn: true, checkIn: true });
  expect(await desk.ask('events.due', {})).toEqual([]);

  // In Finland it is the 16th of June already, in UTC still the 15th.
  now = Date.parse('2026-06-15T21:30:00Z');
  const due = { event, name: 'Kainuu', since: '2026-06-16', people: 1 };
  expect(await desk.ask('events.due', {})).toEqual([due]);
  const [listed] = await desk.ask('events.list', {});
  expect(Object.keys(listed ?? {})).toEqual(['id', 'name', 'date', 'participants', 'present']);

  await does({ type: 'event.edit', fields: { retentionDays: 0 } });
  expect(await desk.ask('events.due', {})).toEqual([]);
  await does({ type: 'event.edit', fields: { retentionDays: 30 } });
  expect(await desk.ask('events.due', {})).toMatchObject([{ since: '2026-04-17' }]);

  const before = (await desk.ask('figures.events', {})).figures;
  await desk.ask('event.erase', { event, confirm: 'Kainuu' });
  expect(await desk.ask('events.due', {})).toEqual([]);
  expect((await desk.ask('figures.events', {})).figures).toEqual(before);
});

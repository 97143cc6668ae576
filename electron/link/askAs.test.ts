import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Command } from '../../shared/commands/command';
import { channels } from '../../shared/contract';
import type { LiveSignal } from '../../shared/contract';
import type { LocalDesk } from '../desk/desk';
import { openDeskOn } from '../desk/openDeskOn.fixture';
import { askAs, commandAs } from './askAs';
import { deliver } from './live';
import type { Outlet } from './live';

let folder: string;
let desk: LocalDesk;
let event: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuija-roles-'));
  desk = await openDeskOn(folder);
  ({ event } = await desk.ask('events.demo', {}));
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const give = (role: 'desk' | 'reception' | 'moderator' | 'kiosk', command: Command) =>
  commandAs(desk, role, { event, ask: { command } });
const state = async () => (await desk.shelf.open(event)).state;

async function checkedIn(): Promise<{ id: string; cmd: string }> {
  const person = [...(await state()).participants].find((one) => one.status === 'expected');
  const outcome = await give('reception', { type: 'participant.checkIn', who: person?.id ?? '' });
  if (!outcome.ok || !person) throw new Error('nobody was checked in');
  return { id: person.id, cmd: outcome.cmd };
}

it('takes back a reception’s last, not what the moderator did after it', async () => {
  const { id } = await checkedIn();
  await give('moderator', { type: 'stage.message', text: 'Lopettele' });
  expect((await give('reception', { type: 'undo' })).ok).toBe(true);
  expect((await state()).participants.get(id)?.status).toBe('expected');
  expect((await state()).stage.message?.text).toBe('Lopettele');
  expect((await give('moderator', { type: 'undo' })).ok).toBe(true);
  expect((await state()).stage.message).toBeNull();
});

it('lets no role take back what another did, nor take back its being taken back', async () => {
  const { id, cmd } = await checkedIn();
  const barred = { code: 'link.notForThisRole' };
  await expect(give('moderator', { type: 'undo', of: cmd })).rejects.toMatchObject(barred);
  const undone = await give('reception', { type: 'undo', of: cmd });
  const of = undone.ok ? undone.cmd : '';
  await expect(give('moderator', { type: 'undo', of })).rejects.toMatchObject(barred);
  expect((await state()).participants.get(id)?.status).toBe('expected');
  expect((await give('reception', { type: 'undo', of })).ok).toBe(true);
});

it('says that there is nothing where a role has done nothing', async () => {
  const created = await desk.ask('events.create', {
    details: { name: 'Uusi', date: '2026-03-18' },
  });
  await desk.ask('event.command', {
    event: created.event,
    ask: { command: { type: 'event.edit', fields: { venue: 'Sali' } } },
  });
  const asked = { event: created.event, ask: { command: { type: 'undo' as const } } };
  expect(await commandAs(desk, 'reception', asked)).toMatchObject({ code: 'undo.nothing' });
  expect((await desk.shelf.open(created.event)).state.event.venue).toBe('Sali');
});

it('tells a moderator’s page the state without addresses, and a kiosk’s nobody', async () => {
  const seen = await askAs(desk, 'moderator', 'event.state', { event });
  expect(JSON.stringify(seen)).toContain('Ovdamearka');
  expect(JSON.stringify(seen)).not.toContain('malli.example');
  const kiosk = JSON.stringify(await askAs(desk, 'kiosk', 'event.state', { event }));
  expect(kiosk).toContain((await state()).event.name);
  expect(kiosk).not.toContain('Ovdamearka');
});

it('tells a kiosk what it asks and nothing of anybody', async () => {
  const told = await askAs(desk, 'kiosk', 'kiosk.read', { event });
  const value = told.ok ? told.value : null;
  const { name, questions } = (await state()).event;
  expect(channels['kiosk.read'].answer.strict().parse(value)).toMatchObject({
    name,
    questions,
    over: false,
  });
  expect((await give('kiosk', { type: 'feedback.give', answers: { usefulness: 4 } })).ok).toBe(
    true,
  );
});

it('makes nobody wait for a PIN that devices of another kind have guessed wrongly', async () => {
  await desk.ask('pin.set', { event, pin: '4711' });
  const check = async (role: 'desk' | 'reception' | 'kiosk', pin: string) => {
    const told = await askAs(desk, role, 'pin.check', { event, pin });
    return channels['pin.check'].answer.parse(told.ok ? told.value : null);
  };
  for (let i = 0; i < 5; i += 1) expect((await check('kiosk', '0000')).opened).toBe(false);
  const shut = await check('kiosk', '4711');
  expect(shut.opened).toBe(false);
  expect(shut.waitMs).toBeGreaterThan(0);
  expect(await check('reception', '4711')).toEqual({ opened: true, waitMs: 0 });
  expect(await check('desk', '4711')).toEqual({ opened: true, waitMs: 0 });
  await desk.ask('pin.set', { event, pin: '' });
});

it('keeps where the desk’s files lie from devices', async () => {
  const told = await askAs(desk, 'reception', 'app.info', {});
  expect(JSON.stringify(told)).not.toContain(folder);
});

/** A line that has taken in nothing of `behind` bytes. */
function outlet(behind: number) {
  const told: string[] = [];
  const line: Outlet = {
    readyState: WebSocket.OPEN,
    bufferedAmount: behind,
    send: (data: unknown) => told.push(String(data)),
    close: () => told.push('closed'),
    terminate: () => told.push('dropped'),
  };
  return { line, told };
}

it('drops a listener that is too far behind, and tells the others', () => {
  const signal: LiveSignal = { type: 'alive', now: 1 };
  const [slow, quick] = [outlet(1_001), outlet(1_000)];
  for (const { line } of [slow, quick]) deliver(line, signal, 'reception', 1_000);
  expect(slow.told).toEqual(['dropped']);
  expect(quick.told).toEqual([JSON.stringify(signal)]);
});

it('tells every line what its role may know', () => {
  const failure = { code: 'backup.x', params: {}, message: '' };
  const { line, told } = outlet(0);
  deliver(line, { type: 'alive', now: 1, notBackedUp: failure }, 'moderator', 1_000);
  deliver(line, { type: 'alive', now: 1, notBackedUp: failure }, 'desk', 1_000);
  expect(told.map((one) => one.includes('backup.x'))).toEqual([false, true]);
});

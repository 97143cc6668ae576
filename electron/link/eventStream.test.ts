import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { LocalDesk } from '../desk/desk';
import { openDeskOn } from '../desk/openDeskOn.fixture';
import type { Role } from '../../shared/network/roles';
import { LIMITS } from './limits';
import { serveDesk } from './serve';
import type { Serving } from './serve';

/** Until what a loaded machine does slowly has happened. */
const PATIENT = { timeout: 30_000 };

let folder: string;
let desk: LocalDesk;
let event: string;
let serving: Serving;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuija-stream-'));
  desk = await openDeskOn(folder);
  ({ event } = await desk.ask('events.demo', {}));
  // Nobody may be behind by more than a stage's projection.
  const limits = { ...LIMITS, behind: { state: 20_000, stage: LIMITS.behind.stage } };
  serving = await serveDesk(desk, { host: '127.0.0.1', port: 0, pages: folder, limits });
});
afterAll(async () => {
  await serving.close();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const pathOf = (view = 'desk') => `api/live?event=${event}&view=${view}`;
const bearer = (role: Role) => ({ Authorization: `Bearer ${serving.gate.token(role)}` });
const frameSchema = z.looseObject({ type: z.string() });

/** Listens as a browser does; what came so far. */
async function listen(role: Role, view?: string) {
  const stop = new AbortController();
  const headers = bearer(role);
  const answer = await fetch(serving.url + pathOf(view), { headers, signal: stop.signal });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  let text = '';
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const piece of answer.body ?? []) text += decoder.decode(piece, { stream: true });
  })().catch(() => undefined);
  return {
    frames: () =>
      text
        .split('\n\n')
        .slice(0, -1)
        .map((one) => frameSchema.parse(JSON.parse(one.replace(/^data: /, '')))),
    end: async () => {
      stop.abort();
      await reading;
    },
  };
}

/** Something that everyone hears of. */
const rename = async () => {
  const command = { type: 'event.edit' as const, fields: { name: 'Kajaani' } };
  expect(await desk.ask('event.command', { event, ask: { command } })).toMatchObject({ ok: true });
};

it('tells the state at once and then what happens, to each as much as it may know', async () => {
  const reception = await listen('reception');
  const moderator = await listen('moderator');
  const stage = await listen('stage');
  const all = [reception, moderator, stage];
  for (const one of all) await vi.waitFor(() => expect(one.frames()).not.toEqual([]), PATIENT);
  expect([reception, moderator, stage].map((one) => one.frames()[0]?.type)).toEqual([
    'state',
    'state',
    'stage',
  ]);
  const text = (one: typeof stage) => JSON.stringify(one.frames());
  const { state } = await desk.ask('event.state', { event });
  const email = state.participants.find((one) => one.email)?.email ?? 'none';
  expect(text(reception)).toContain(email);
  expect(text(moderator)).not.toContain(email);
  expect(text(stage)).not.toContain(email);
  expect(serving.listening('moderator')).toBe(1);

  await rename();
  const committed = () => reception.frames().map((one) => one.type);
  await vi.waitFor(() => expect(committed()).toContain('commit'), PATIENT);
  for (const one of all) await one.end();
  await vi.waitFor(() => expect(serving.listening('moderator')).toBe(0), PATIENT);
});

it('is no way around the door', async () => {
  const asked = (path: string, headers: Record<string, string>) =>
    fetch(serving.url + path, { headers }).then(({ status }) => status);
  expect(await asked(pathOf(), {})).toBe(401);
  expect(await asked(pathOf(), { Authorization: 'Bearer made-up' })).toBe(401);
  expect(await asked('api/live', bearer('reception'))).toBe(400);
  const stranger = { ...bearer('reception'), Origin: 'https://elsewhere.example' };
  expect(await asked(pathOf(), stranger)).toBe(403);
});

it('is cut off when its role’s token is revoked', async () => {
  const kiosk = await listen('kiosk');
  await vi.waitFor(() => expect(serving.listening('kiosk')).toBe(1), PATIENT);
  serving.gate.renew('kiosk');
  await vi.waitFor(() => expect(serving.listening('kiosk')).toBe(0), PATIENT);
  await kiosk.end();
});

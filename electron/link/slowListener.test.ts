import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { LiveSignal } from '../../shared/contract';
import type { LocalDesk } from '../desk/desk';
import { openDeskOn } from '../desk/openDeskOn.fixture';
import { LIMITS } from './limits';
import { serveDesk } from './serve';
import type { Serving } from './serve';

/** Until what a loaded machine does slowly has happened. */
const PATIENT = { timeout: 30_000 };

/** How far a listener may be behind here, bytes. */
const BEHIND = 256 * 1024;

/** More than the system's own buffers of one connection hold on any machine, bytes. */
const FAR_TOO_MUCH = 128 * 1024 * 1024;

let folder: string;
let desk: LocalDesk;
let event: string;
let serving: Serving;
/** Tells everyone who listens. */
let tell: (signal: LiveSignal) => void;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuija-slow-'));
  desk = await openDeskOn(folder);
  ({ event } = await desk.ask('events.demo', {}));
  const listeners = new Set<(signal: LiveSignal) => void>();
  tell = (signal) => {
    for (const listener of listeners) listener(signal);
  };
  const loud: LocalDesk = {
    ...desk,
    live: (_event, _view, listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const limits = { ...LIMITS, behind: { state: BEHIND, stage: BEHIND } };
  serving = await serveDesk(loud, { host: '127.0.0.1', port: 0, pages: folder, limits });
});
afterAll(async () => {
  await serving.close();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const UPGRADE = [
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];

it.each([
  ['WebSocket', UPGRADE],
  ['stream', []],
])(
  'who listens on a %s and stops reading is dropped, and nobody else waits for it',
  async (_kind, more) => {
    const { port, host } = new URL(serving.url);
    const path = `/api/live?event=${event}`;
    const authorization = `Bearer ${serving.gate.token('reception')}`;
    const quick = new WebSocket(`ws://${host}${path}`, { headers: { authorization } });
    let heard = 0;
    quick.on('message', () => (heard += 1));
    // Nobody reads what comes: the system's buffers fill up, then ours.
    const slow = connect(Number(port), '127.0.0.1');
    slow.on('error', () => undefined);
    const lines = [`GET ${path} HTTP/1.1`, `Host: ${host}`, `Authorization: ${authorization}`];
    slow.write([...lines, ...more, '', ''].join('\r\n'));
    await vi.waitFor(() => expect(serving.listening('reception')).toBe(2), PATIENT);

    const { state, now } = await desk.ask('event.state', { event });
    const size = JSON.stringify(state).length;
    let told = 0;
    while (serving.listening('reception') === 2 && told * size < FAR_TOO_MUCH) {
      tell({ type: 'state', state, now });
      told += 1;
      await vi.waitFor(() => expect(heard).toBe(told), { ...PATIENT, interval: 1 });
    }
    expect(serving.listening('reception')).toBe(1);
    expect(told * size).toBeGreaterThan(BEHIND);
    expect(quick.readyState).toBe(WebSocket.OPEN);
    tell({ type: 'alive', now });
    await vi.waitFor(() => expect(heard).toBe(told + 1), PATIENT);
    const gone = once(quick, 'close');
    quick.close();
    await gone;
    slow.destroy();
    await vi.waitFor(() => expect(serving.listening('reception')).toBe(0), PATIENT);
  },
);

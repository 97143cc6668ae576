import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { LocalDesk } from '../desk/desk';
import { openDeskOn } from '../desk/openDeskOn.fixture';
import { LIMITS } from './limits';
import { serveDesk } from './serve';
import type { Serving } from './serve';

/** Until what a loaded machine does slowly has happened. */
const PATIENT = { timeout: 30_000 };

let folder: string;
let desk: LocalDesk;
let serving: Serving;
const opened: Socket[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuija-threshold-'));
  desk = await openDeskOn(folder);
  // One stranger’s request, and then none for the rest of the test.
  const stranger = { burst: 1, perSecond: 0.000_1 };
  const limits = {
    ...LIMITS,
    rates: { ...LIMITS.rates, stranger },
    connections: { ...LIMITS.connections, all: 20 },
  };
  serving = await serveDesk(desk, { host: '127.0.0.1', port: 0, pages: folder, limits });
});
afterAll(async () => {
  for (const socket of opened) socket.destroy();
  await serving.close();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

/** A bare connection, and all that came over it. */
function line() {
  const { hostname, port } = new URL(serving.url);
  const socket = connect(Number(port), hostname);
  const told = { text: '', closed: false };
  socket.on('error', () => undefined);
  socket.on('data', (piece: Buffer) => (told.text += piece.toString('latin1')));
  socket.on('close', () => (told.closed = true));
  opened.push(socket);
  return { socket, told };
}

const ask = (token: string) =>
  `GET /api/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`;
const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, one]) => one);

it('makes a stranger who goes on asking wait, and answers a reception at the same address meanwhile', async () => {
  const stranger = line();
  stranger.socket.write(ask('made-up'));
  await vi.waitFor(() => expect(statuses(stranger.told.text)).toEqual(['401']), PATIENT);
  stranger.socket.write(ask('made-up'));
  const reception = line();
  reception.socket.write(ask(serving.gate.token('reception')).repeat(5));
  const answered = () => statuses(reception.told.text);
  await vi.waitFor(() => expect(answered()).toEqual(['200', '200', '200', '200', '200']), PATIENT);
  await vi.waitFor(() => expect(statuses(stranger.told.text)).toEqual(['401', '429']), PATIENT);
});

it('puts out a stranger who was told to wait and sends many requests at once', async () => {
  const { socket, told } = line();
  socket.write(ask('made-up').repeat(300));
  await vi.waitFor(() => expect(told.closed).toBe(true), PATIENT);
  expect(statuses(told.text).length).toBeLessThanOrEqual(1);
});

it('finds room for a reception, however many strangers hold connections open', async () => {
  const reception = line();
  reception.socket.write(ask(serving.gate.token('reception')));
  await vi.waitFor(() => expect(statuses(reception.told.text)).toEqual(['200']), PATIENT);
  for (let i = 0; i < 60; i += 1) await once(line().socket, 'connect');
  const again = line();
  again.socket.write(ask(serving.gate.token('reception')));
  await vi.waitFor(() => expect(statuses(again.told.text)).toEqual(['200']), PATIENT);
  // The one that was there before has kept its place.
  reception.socket.write(ask(serving.gate.token('reception')));
  await vi.waitFor(() => expect(statuses(reception.told.text)).toEqual(['200', '200']), PATIENT);
});

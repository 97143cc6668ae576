import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { Connections } from './connections';

/** Until what a loaded machine does slowly has happened. */
const PATIENT = { timeout: 30_000 };

let server: Server;
let port: number;
let opened: Socket[] = [];
/** The server's ends, in the order in which they came. */
let ends: Socket[] = [];

/** `from` stands for the machines that connections come from; this one without. */
async function listen(limits: ConstructorParameters<typeof Connections>[0], from?: string) {
  const connections = new Connections(limits);
  server = createServer();
  server.on('connection', (socket: Socket) => {
    if (from) Object.defineProperty(socket, 'remoteAddress', { value: from });
    ends.push(socket);
  });
  connections.watch(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on a port always says which.
  const address: AddressInfo | string | null = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  return connections;
}

async function come(): Promise<Socket> {
  const before = ends.length;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.resume();
  opened.push(socket);
  await vi.waitFor(() => expect(ends.length).toBe(before + 1), PATIENT);
  return socket;
}

const left = () => ends.map(({ destroyed }) => !destroyed);
const OFTEN = { burst: 1_000, perSecond: 1_000 };

afterEach(async () => {
  for (const socket of [...opened, ...ends]) socket.destroy();
  [opened, ends] = [[], []];
  server.close();
  await once(server, 'close');
});

it('makes room by putting out the stranger who has been there longest', async () => {
  await listen({ all: 3, each: 10, coming: OFTEN });
  for (let i = 0; i < 5; i += 1) await come();
  expect(left()).toEqual([false, false, true, true, true]);
});

it('puts out nobody who has shown a token, and takes no more once all have', async () => {
  const connections = await listen({ all: 2, each: 10, coming: OFTEN });
  for (let i = 0; i < 3; i += 1) {
    await come();
    const end = ends[0];
    if (i === 0 && end) connections.vouch(end);
  }
  expect(left()).toEqual([true, false, true]);
  const last = ends[2];
  if (last) connections.vouch(last);
  await come();
  expect(left()).toEqual([true, false, true, false]);
});

it('lets one other machine have so many, and counts those that have gone no more', async () => {
  await listen({ all: 100, each: 2, coming: OFTEN }, '10.0.0.9');
  const first = await come();
  await come();
  await come();
  expect(left()).toEqual([true, true, false]);
  first.destroy();
  await vi.waitFor(() => expect(left()[0]).toBe(false), PATIENT);
  await come();
  expect(left()[3]).toBe(true);
});

it('lets one other machine come so often, and this one as often as its screens like', async () => {
  const seldom = { burst: 2, perSecond: 0.000_1 };
  await listen({ all: 100, each: 100, coming: seldom }, '10.0.0.9');
  for (let i = 0; i < 3; i += 1) await come();
  expect(left()).toEqual([true, true, false]);
  server.close();
  for (const socket of [...opened, ...ends]) socket.destroy();
  [opened, ends] = [[], []];
  await listen({ all: 100, each: 1, coming: seldom });
  for (let i = 0; i < 5; i += 1) await come();
  expect(left()).toEqual([true, true, true, true, true]);
});

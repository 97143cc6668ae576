import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { LIMITS } from '../../electron/link/limits';
import { serveDesk } from '../../electron/link/serve';
import type { Serving } from '../../electron/link/serve';
import type { LocalDesk } from '../../electron/desk/desk';
import { channels } from '../../shared/contract';
import { mayCommand, ROLES, VENUE_ROLES } from '../../shared/network/roles';
import type { Role } from '../../shared/network/roles';
import { openTestDesk } from './openDesk';

/** Generated messages in all; `NUIJA_ATTACKS=100000` for a long run. A connection for each costs most. */
const MESSAGES = Number(process.env['NUIJA_ATTACKS'] ?? 3_000);
const share = (part: number) => ({ numRuns: Math.ceil(MESSAGES * part) });
const PATIENT = Math.max(120_000, MESSAGES * 60);

let desk: LocalDesk;
let serving: Serving;
let event: string;
let pages: string;
let before: string;
let closeDesk: () => Promise<void>;

beforeAll(async () => {
  ({ desk, close: closeDesk } = await openTestDesk());
  pages = await mkdtemp(join(tmpdir(), 'nuija-attack-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Nuija</title>');
  // Thousands of messages come from one address here: none of them is made to wait.
  const { desk: often } = LIMITS.rates;
  const limits = { ...LIMITS, rates: { ...LIMITS.rates, stranger: often, kiosk: often } };
  serving = await serveDesk(desk, { host: '127.0.0.1', port: 0, pages, limits });
  ({ event } = await desk.ask('events.demo', {}));
  const somebody = {
    lastName: 'Salainen',
    email: 'sala.1@malli.example',
    phone: '+358 sala 2',
    diet: 'sala-ruoka-3',
    notes: 'sala-huomio-4',
    offers: ['sala-tarjoaa-5'],
    needs: ['sala-tarvitsee-6'],
    externalId: 'sala-numero-7',
    answers: { kysymys: 'sala-vastaus-8' },
  };
  for (const command of [
    { type: 'participant.add' as const, fields: somebody },
    { type: 'event.setPin' as const, hash: `scrypt$sala-tiiviste-9-9-9$${'x'.repeat(43)}` },
  ]) {
    await desk.ask('event.command', { event, ask: { command } });
  }
  before = await everything();
  // Devices at work are known before anybody guesses from the same address.
  for (const role of ROLES) await call(role, 'network.me', {});
});
afterAll(async () => {
  await serving.close();
  await closeDesk();
  await rm(pages, { recursive: true, force: true });
});

/** All events with all that is in them, as text. */
async function everything(): Promise<string> {
  const list = await desk.ask('events.list', {});
  const states = list.map(async ({ id }) => (await desk.ask('event.state', { event: id })).state);
  return JSON.stringify([list, await Promise.all(states)]);
}

interface Asked {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** The status of the answer. */
function send({ method, path, headers = {}, body = '' }: Asked, to = serving): Promise<number> {
  const { hostname, port } = new URL(to.url);
  return new Promise((resolve, reject) => {
    const asked = request({ agent: false, hostname, port, method, path, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

const call = (role: Role, channel: string, payload: unknown, to = serving) =>
  send(
    {
      method: 'POST',
      path: '/api/call',
      headers: bearer(to.gate.token(role)),
      body: JSON.stringify({ channel, payload }),
    },
    to,
  );

const command = (token: string, body: unknown) =>
  send({
    method: 'POST',
    path: `/api/events/${event}/commands`,
    headers: bearer(token),
    body: JSON.stringify(body),
  });

/** What is written in the private fields of somebody at this event, and nowhere else. */
const SECRETS = [
  'sala.1@malli.example',
  '+358 sala 2',
  'sala-ruoka-3',
  'sala-huomio-4',
  'sala-tarjoaa-5',
  'sala-tarvitsee-6',
  'sala-numero-7',
  'sala-vastaus-8',
  'sala-tiiviste-9',
];

/** What a line tells a role at first. */
async function heard(role: Role, view: string): Promise<string> {
  const address = `${serving.url.replace('http', 'ws')}api/live?event=${event}&view=${view}`;
  const line = new WebSocket(address, { headers: bearer(serving.gate.token(role)) });
  const [first]: unknown[] = await once(line, 'message');
  line.terminate();
  return String(first);
}

/** The text of an answer; a question without a body is a GET. */
async function answered(role: Role, path: string, body?: string): Promise<string> {
  const headers = bearer(serving.gate.token(role));
  const how = body === undefined ? { headers } : { headers, method: 'POST', body };
  return (await fetch(new URL(path, serving.url), how)).text();
}

/** Messages that are in order, each of which would change something. */
const changing = [
  { type: 'participant.add', fields: { lastName: 'Tunkeilija' } },
  { type: 'session.add', fields: { title: 'Tunkeilija' } },
  { type: 'event.edit', fields: { name: 'Tunkeilija' } },
  { type: 'event.setPin', hash: '' },
  { type: 'event.close' },
  { type: 'stage.message', text: 'Tunkeilija' },
  { type: 'feedback.give', answers: { usefulness: 1 } },
  { type: 'participants.import', file: 'x', rows: [{ row: 1, fields: { lastName: 'T' } }] },
  { type: 'undo' },
];

const names = Object.keys(channels);
const isChannel = (name: string): name is keyof typeof channels => Object.hasOwn(channels, name);
const anything = fc.anything({ maxDepth: 3, withNullPrototype: true });
const almost = fc.record(
  {
    event: fc.oneof(fc.constantFrom('', '../..', '__proto__', '\0'), fc.string()),
    ask: anything,
    bytes: fc.string(),
    details: anything,
    who: anything,
    job: anything,
    role: fc.constantFrom('desk', 'admin', '', null),
    on: fc.constantFrom(1, 'true', null),
  },
  { requiredKeys: [] },
);
const channelName = fc.oneof(
  fc.constantFrom(...names, '__proto__', 'constructor', 'toString'),
  fc.string(),
);
/** A question that the contract does not know in this form. */
const malformed = fc
  .record({ channel: channelName, payload: fc.oneof(almost, anything) })
  .filter(
    ({ channel, payload }) =>
      !isChannel(channel) || !channels[channel].ask.safeParse(payload).success,
  );

const json = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    // A big integer or a ring cannot be said in JSON; then it is no JSON.
    return '{';
  }
};

describe('generated messages', () => {
  it(
    'over the bridge: malformed ones are answered with a failure and change nothing',
    async () => {
      const attack = fc.asyncProperty(malformed, async ({ channel, payload }) => {
        const answer = await desk.envelope(channel, payload);
        expect(answer.ok).toBe(false);
      });
      await fc.assert(attack, share(0.6));
      expect(await everything()).toBe(before);
    },
    PATIENT,
  );

  it(
    'over HTTP: whoever sends them, they change nothing',
    async () => {
      const token = fc.oneof(
        fc.constantFrom(...ROLES.map((role) => serving.gate.token(role))),
        fc.stringMatching(/^[\w-]{0,60}$/),
      );
      const path = fc.oneof(
        fc.constantFrom('/api/call', `/api/events/${event}/commands`, '/api/events/x/commands'),
        fc.constantFrom('/../../etc/passwd', '/%2e%2e%2fpairing.json', '//', '/api/live', '/%00'),
        fc.stringMatching(/^\/[!-~]{0,40}$/),
      );
      const messages = malformed.map(json).filter((text) => {
        // What JSON makes of it has to be malformed still.
        try {
          const { channel, payload } = JSON.parse(text);
          return !isChannel(channel) || !channels[channel].ask.safeParse(payload).success;
        } catch {
          return true;
        }
      });
      const body = fc.oneof(messages, fc.string(), fc.json(), fc.constantFrom('', '{', '[]', '0'));
      const method = fc.constantFrom('POST', 'POST', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD');
      const attack = fc.asyncProperty(method, path, token, body, async (how, where, who, what) => {
        const asked = { method: how, path: where, headers: bearer(who), body: what };
        // A body that nobody wants is not read: who is still sending it may be cut off.
        const status = await send(asked).catch(() => 'cut off');
        expect(status).not.toBe(500);
      });
      await fc.assert(attack, share(0.15));
      expect(await everything()).toBe(before);
      expect(await call('reception', 'event.state', { event })).toBe(200);
    },
    PATIENT,
  );

  it(
    'over the live line and over bare connections: the desk goes on for the others',
    async () => {
      const { hostname, port } = new URL(serving.url);
      const address = `${serving.url.replace('http', 'ws')}api/live?event=${event}`;
      const headers = bearer(serving.gate.token('reception'));
      const message = fc.oneof(fc.string(), fc.uint8Array({ maxLength: 1_500 }), fc.json());
      const line = fc.asyncProperty(fc.array(message, { maxLength: 60 }), async (messages) => {
        const socket = new WebSocket(address, { headers });
        socket.on('error', () => undefined);
        await once(socket, 'message');
        for (const one of messages) if (socket.readyState === WebSocket.OPEN) socket.send(one);
        const closed = once(socket, 'close');
        socket.close();
        await closed;
      });
      await fc.assert(line, share(0.2 / 30));
      const start = fc.constantFrom(
        '',
        'GET / HTTP/1.1\r\nHost: localhost\r\n',
        'GET /api/live HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nHost: localhost\r\n',
        'POST /api/call HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n',
      );
      const bare = fc.asyncProperty(start, fc.uint8Array(), async (first, rest) => {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => undefined);
        socket.resume();
        const closed = new Promise((resolve) => socket.once('close', resolve));
        socket.write(first);
        socket.end(rest);
        await closed;
      });
      await fc.assert(bare, share(0.05));
      expect(await everything()).toBe(before);
      expect(await call('reception', 'event.state', { event })).toBe(200);
    },
    PATIENT,
  );
});

describe('somebody who may not', () => {
  it.each(VENUE_ROLES)('gives no command of another role as %s', async (role) => {
    const token = serving.gate.token(role);
    for (const one of changing.filter(({ type }) => !mayCommand(role, type))) {
      expect(await command(token, one)).toBe(403);
      expect(await call(role, 'event.command', { event, ask: { command: one } })).toBe(403);
    }
    expect(await everything()).toBe(before);
  });

  it.each(VENUE_ROLES)('asks for nothing of the desk’s own as %s', async (role) => {
    for (const [channel, payload] of [
      ['network.read', {}],
      ['network.switch', { on: true }],
      ['network.revoke', { role: 'kiosk' }],
      ['export.make', { event, format: 'csv' }],
      ['event.setPassphrase', { event, passphrase: 'oma salalause tässä' }],
      ['event.erase', { event, confirm: '' }],
      ['backups.read', { event }],
      ['app.diagnostics', {}],
      ['no.such', {}],
      ['constructor', {}],
    ] as const) {
      expect(await call(role, channel, payload)).toBe(403);
    }
    const headers = bearer(serving.gate.token(role));
    expect(await send({ method: 'GET', path: `/api/events/${event}`, headers })).toBe(403);
  });

  it.each(['moderator', 'stage', 'kiosk'] as const)(
    'is told nothing private of anybody by any question or line as %s',
    async (role) => {
      // At the desk all of it is known: what is looked for is there to be found.
      expect(SECRETS.filter((one) => !before.includes(one))).toEqual([]);
      const told = [await heard(role, 'desk'), await heard(role, 'stage')];
      const job = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
      const words = { event, job, page: job, text: '', field: 'a', format: 'json', language: 'fi' };
      const more = { ...words, layout: 'a4-2x5', who: 'all', of: 'all', pin: '', role: 'kiosk' };
      for (const channel of names) {
        const answer = await answered(
          role,
          '/api/call',
          JSON.stringify({ channel, payload: more }),
        );
        told.push(answer);
      }
      for (const path of ['', '/commands', '/export']) {
        told.push(await answered(role, `/api/events/${event}${path}`));
      }
      told.push(await answered(role, '/api/events'));
      expect(told.filter((one) => one.includes('"ok":true')).length).toBeGreaterThan(0);
      expect(SECRETS.filter((secret) => told.some((one) => one.includes(secret)))).toEqual([]);
    },
  );

  it('guesses tokens in vain, and those who work at the same address go on', async () => {
    for (let i = 0; i < 60; i += 1) expect(await command(`guess-${i}`, changing[0])).toBe(401);
    expect(await everything()).toBe(before);
    expect(await call('reception', 'event.state', { event })).toBe(200);
  });
});

describe('somebody who takes too much', () => {
  it('who never ends a request is put out, and others are answered meanwhile', async () => {
    const limits = { ...LIMITS, headersMs: 400, requestMs: 800 };
    const other = await serveDesk(desk, { host: '127.0.0.1', port: 0, pages, limits });
    const { hostname, port } = new URL(other.url);
    // With a token, so that what never comes to an end is waited for at all.
    const kiosk = `Authorization: Bearer ${other.gate.token('kiosk')}\r\n`;
    const slow: Socket[] = [];
    for (let i = 0; i < 60; i += 1) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.resume();
      socket.write(
        i % 2 === 0
          ? 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Sl'
          : `POST /api/call HTTP/1.1\r\nHost: localhost\r\n${kiosk}Content-Length: 900\r\n\r\n{`,
      );
      slow.push(socket);
    }
    const gone = slow.map((socket) => once(socket, 'close'));
    expect(await call('reception', 'event.state', { event }, other)).toBe(200);
    await Promise.all(gone);
    expect(await call('reception', 'event.state', { event }, other)).toBe(200);
    await other.close();
  });

  it('is told to wait in one role, and every other role is answered', async () => {
    const few = { burst: 20, perSecond: 0.001 };
    const rates = { ...LIMITS.rates, kiosk: few, stranger: few };
    const limits = { ...LIMITS, rates };
    const other = await serveDesk(desk, { host: '127.0.0.1', port: 0, pages, limits });
    const flood = async (ask: () => Promise<number>) => {
      const all = [];
      for (let i = 0; i < 60; i += 1) all.push(ask());
      return new Set(await Promise.all(all));
    };
    expect(await flood(() => call('kiosk', 'kiosk.read', { event }, other))).toEqual(
      new Set([200, 429]),
    );
    const path = '/api/health';
    expect(await flood(() => send({ method: 'GET', path }, other))).toEqual(new Set([200, 429]));
    expect(await call('reception', 'event.state', { event }, other)).toBe(200);
    await other.close();
  });

  it('sends a large body from the desk alone', async () => {
    const text = 'x'.repeat(2 * 1024 * 1024);
    // The rest of it is not waited for: who goes on sending may find the connection cut off.
    const refused = await call('reception', 'draft.keep', { text }).catch(() => 413);
    expect(refused).toBe(413);
    // Without a length, piece by piece, it is no smaller.
    const pieces = { 'Transfer-Encoding': 'chunked', ...bearer(serving.gate.token('reception')) };
    const body = JSON.stringify({ channel: 'draft.keep', payload: { text } });
    const sent = { method: 'POST', path: '/api/call', headers: pieces, body };
    expect(await send(sent).catch(() => 413)).toBe(413);
    const short = JSON.stringify({ channel: 'network.me', payload: {} });
    expect(await send({ ...sent, body: short })).toBe(200);
    expect(await call('desk', 'draft.keep', { text })).toBe(200);
  });
});

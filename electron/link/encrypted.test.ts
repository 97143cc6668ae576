import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkServerIdentity, connect as connectSecurely } from 'node:tls';
import type { PeerCertificate } from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalDesk } from '../desk/desk';
import { openDeskOn } from '../desk/openDeskOn.fixture';
import type { OwnAddress } from './addresses';
import { CERTIFICATE_FILE, keptCertificate } from './certificate';
import { LIMITS } from './limits';
import { serveDesk } from './serve';
import { Venue } from './venue';

/** Until what a loaded machine does slowly has happened. */
const PATIENT = { timeout: 30_000 };
const HERE: OwnAddress = { address: '127.0.0.1', network: 'lo' };

let folder: string;
let desk: LocalDesk;
let event: string;
let addresses: OwnAddress[] = [HERE];
let venue: Venue;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuija-encrypted-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Nuija</title>');
  desk = await openDeskOn(folder);
  ({ event } = await desk.ask('events.demo', {}));
});
afterEach(async () => {
  addresses = [HERE];
  await venue.switch({ on: false });
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

async function openVenue(): Promise<Venue> {
  const place = { desk, dataFolder: folder, pages: folder, log: () => {}, lookEvery: 20 };
  venue = await Venue.open({ ...place, addresses: () => addresses });
  return venue;
}

/** On this machine alone, so that no test opens a port to the network. */
async function switchOn() {
  await openVenue();
  const told = await venue.switch({ on: true, address: '127.0.0.1', port: 0, secure: true });
  return { told, port: told.port, ca: await caOf() };
}

/** What a device that trusts this one certificate checks against. */
const caOf = () => readFile(join(folder, CERTIFICATE_FILE), 'utf8');

interface Answered {
  status: number;
  cookies: string[];
  fingerprint: string;
}

/** A request whose certificate is checked, name and all; it rejects where a browser would warn. */
function send(
  { port, ca }: { port: number; ca: string },
  path: string,
  headers: Record<string, string> = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const wanted = {
      hostname: '127.0.0.1',
      port,
      path,
      headers,
      ca,
      agent: false,
      // Not the name in the Host header, which some of these requests make up.
      checkServerIdentity: (_name: string, presented: PeerCertificate) =>
        checkServerIdentity('127.0.0.1', presented),
    };
    const asked = request(wanted, (answer) => {
      const { socket } = answer;
      const fingerprint =
        'getPeerCertificate' in socket && typeof socket.getPeerCertificate === 'function'
          ? String(socket.getPeerCertificate().fingerprint256)
          : '';
      answer.resume();
      answer.on('end', () => {
        const cookies = answer.headers['set-cookie'] ?? [];
        resolve({ status: answer.statusCode ?? 0, cookies, fingerprint });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

it('is reached at https addresses, by the certificate whose fingerprint the page shows', async () => {
  const { told, port, ca } = await switchOn();
  expect(told).toMatchObject({ secure: true, urls: [`https://127.0.0.1:${port}/`] });
  const { status, fingerprint } = await send({ port, ca }, '/api/health');
  expect(status).toBe(200);
  expect(fingerprint).toBe(told.certificate?.fingerprint);
  expect(told.certificate?.renewed).toBeNull();
  // A device that does not know the certificate has to be asked first.
  await expect(send({ port, ca: '' }, '/api/health')).rejects.toThrow(/self-signed/);
});

it('answers nobody who speaks plainly', async () => {
  const { port } = await switchOn();
  const asked = plainRequest({ hostname: '127.0.0.1', port, path: '/api/health', agent: false });
  asked.end();
  await expect(once(asked, 'response')).rejects.toThrow();
});

it('pairs a browser with a cookie that goes nowhere unencrypted, and takes no other', async () => {
  const { port, ca } = await switchOn();
  const token = venue.gate.token('reception');
  const paired = await send({ port, ca }, `/?token=${token}`);
  expect(paired.status).toBe(303);
  const cookie = paired.cookies.find((one) => one.includes(token)) ?? '';
  expect(cookie).toMatch(/^__Host-nuija-reception=/);
  for (const part of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) {
    expect(cookie.split('; ')).toContain(part);
  }
  const asked = (name: string) =>
    send({ port, ca }, '/api/events', { Cookie: `${name}=${token}` }).then((one) => one.status);
  expect(await asked('__Host-nuija-reception')).toBe(200);
  expect(await asked('nuija-reception')).toBe(401);
});

it('takes no page’s word but that of its own encrypted ones', async () => {
  const { port, ca } = await switchOn();
  const token = bearer(venue.gate.token('reception'));
  const from = (headers: Record<string, string>) =>
    send({ port, ca }, '/api/events', { ...token, ...headers }).then(({ status }) => status);
  expect(await from({ Origin: `https://127.0.0.1:${port}` })).toBe(200);
  expect(await from({ Origin: `http://127.0.0.1:${port}` })).toBe(403);
  expect(await from({ Origin: 'https://elsewhere.example' })).toBe(403);
  expect(await from({ Host: 'elsewhere.example' })).toBe(403);
  const line = (origin: string) =>
    new WebSocket(`wss://127.0.0.1:${port}/api/live?event=${event}`, {
      ca,
      origin,
      headers: token,
    });
  const refused = line(`http://127.0.0.1:${port}`);
  const [said]: unknown[] = await once(refused, 'error');
  expect(String(said)).toContain('403');
  const heard = line(`https://127.0.0.1:${port}`);
  const [first]: unknown[] = await once(heard, 'message');
  expect(JSON.parse(String(first))).toMatchObject({ type: 'state' });
  heard.terminate();
});

it('has a certificate for a new address at once, and says so; who is connected stays', async () => {
  const { told, port, ca } = await switchOn();
  const line = new WebSocket(`wss://127.0.0.1:${port}/api/live?event=${event}`, {
    ca,
    headers: bearer(venue.gate.token('reception')),
  });
  await once(line, 'message');
  addresses = [HERE, { address: '10.9.8.7', network: 'Wi-Fi' }];
  await vi.waitFor(() => expect(venue.read().certificate?.renewed).toBe('addresses'), PATIENT);
  const { fingerprint } = await send({ port, ca: await caOf() }, '/api/health');
  expect(fingerprint).toBe(venue.read().certificate?.fingerprint);
  expect(fingerprint).not.toBe(told.certificate?.fingerprint);
  expect(line.readyState).toBe(WebSocket.OPEN);
  line.terminate();
});

it('goes on encrypting when it is started again, and says that a damaged file was replaced', async () => {
  const { told } = await switchOn();
  await venue.close();
  await writeFile(join(folder, CERTIFICATE_FILE), 'not a certificate');
  const again = (await openVenue()).read();
  expect(again).toMatchObject({ on: true, secure: true, certificate: { renewed: 'broken' } });
  expect(again.certificate?.fingerprint).not.toBe(told.certificate?.fingerprint);
  const { fingerprint } = await send({ port: again.port, ca: await caOf() }, '/api/health');
  expect(fingerprint).toBe(again.certificate?.fingerprint);
});

it('opens nothing where no certificate can be kept, and says why', async () => {
  await rm(join(folder, CERTIFICATE_FILE));
  await mkdir(join(folder, CERTIFICATE_FILE));
  await openVenue();
  const told = await venue.switch({ on: true, address: '127.0.0.1', port: 0, secure: true });
  await rm(join(folder, CERTIFICATE_FILE), { recursive: true });
  expect(told).toMatchObject({ urls: [], certificate: null });
  expect(told.trouble?.code).toBe('network.noCertificate');
});

it('puts out who never agrees on how to encrypt, and lets go of everyone when it is closed', async () => {
  await openVenue();
  const { key, cert } = await keptCertificate(folder, ['127.0.0.1'], desk.now());
  const open = (headersMs: number) =>
    serveDesk(desk, {
      host: '127.0.0.1',
      port: 0,
      pages: folder,
      pair: { key, cert },
      limits: { ...LIMITS, headersMs, requestMs: headersMs },
    });
  const hang = (port: number, first: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume();
    socket.write(first);
    return once(socket, 'close');
  };
  const patient = await open(3_600_000);
  const port = Number(new URL(patient.url).port);
  const gone = hang(port, '\u0016\u0003\u0001');
  const agreed = connectSecurely({ port, host: '127.0.0.1', ca: cert });
  agreed.on('error', () => undefined);
  await once(agreed, 'secureConnect');
  // Nonsense ends its own connection alone.
  await hang(port, 'GET / HTTP/1.1\r\n\r\n');
  await patient.close();
  await gone;

  const strict = await open(300);
  await hang(Number(new URL(strict.url).port), '\u0016\u0003\u0001');
  await strict.close();
});

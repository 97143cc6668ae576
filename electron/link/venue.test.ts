import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { VENUE_ROLES } from '../../shared/network/roles';
import type { LocalDesk } from '../desk/desk';
import { openDeskOn } from '../desk/openDeskOn.fixture';
import type { OwnAddress } from './addresses';
import { Venue } from './venue';

/** Until what a loaded machine does slowly has happened. */
const PATIENT = { timeout: 30_000 };

let folder: string;
let desk: LocalDesk;
let event: string;
let addresses: OwnAddress[] = [{ address: '127.0.0.1', network: 'lo' }];
const opened: Venue[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuija-venue-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Nuija</title>');
  desk = await openDeskOn(folder);
  ({ event } = await desk.ask('events.demo', {}));
});
afterAll(async () => {
  for (const venue of opened) await venue.close();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

async function openVenue(): Promise<Venue> {
  const venue = await Venue.open({
    desk,
    dataFolder: folder,
    pages: folder,
    log: () => {},
    addresses: () => addresses,
    everywhere: '127.0.0.1',
    lookEvery: 20,
  });
  opened.push(venue);
  return venue;
}

/** On this machine alone, so that no test opens a port to the network. */
const switchOn = async (venue: Venue) => {
  const told = await venue.switch({ on: true, address: '127.0.0.1', port: 0 });
  return { told, url: told.urls[0] ?? '' };
};

const events = (url: string, token: string) =>
  fetch(`${url}api/events`, { headers: { Authorization: `Bearer ${token}` } });

function listen(url: string, token: string): WebSocket {
  const address = `${url.replace('http', 'ws')}api/live?event=${event}`;
  const line = new WebSocket(address, { headers: { Authorization: `Bearer ${token}` } });
  line.on('error', () => undefined);
  return line;
}

it('is off until it is switched on, and off again closes everything', async () => {
  const venue = await openVenue();
  expect(venue.read()).toMatchObject({ on: false, urls: [], roles: [] });
  const { told, url } = await switchOn(venue);
  expect(told.roles.map((one) => one.role)).toEqual(VENUE_ROLES);
  expect((await events(url, venue.gate.token('reception'))).status).toBe(200);
  const line = listen(url, venue.gate.token('reception'));
  await vi.waitFor(() => expect(line.readyState).toBe(WebSocket.OPEN), PATIENT);
  const off = await venue.switch({ on: false });
  expect(off).toMatchObject({ on: false, port: told.port, roles: [] });
  await vi.waitFor(() => expect(line.readyState).toBe(WebSocket.CLOSED), PATIENT);
  await expect(fetch(`${url}api/health`)).rejects.toThrow();
});

it('lets the desk’s own token in nowhere but at the desk', async () => {
  const venue = await openVenue();
  const { url } = await switchOn(venue);
  expect((await events(url, venue.gate.token('desk'))).status).toBe(401);
  await venue.switch({ on: false });
});

it('opens again by itself, on its port and with its tokens, when the desk is started anew', async () => {
  const venue = await openVenue();
  const { told } = await switchOn(venue);
  await venue.close();
  const again = await openVenue();
  expect(again.read()).toMatchObject({ on: true, port: told.port, roles: told.roles });
  await again.switch({ on: false });
});

it('puts out at once whoever came in with a token that is revoked, and nobody else', async () => {
  const venue = await openVenue();
  const { url } = await switchOn(venue);
  const old = venue.gate.token('moderator');
  const moderator = listen(url, old);
  const reception = listen(url, venue.gate.token('reception'));
  await vi.waitFor(() => {
    const count = new Map(venue.read().roles.map((one) => [one.role, one.connected]));
    expect([count.get('moderator'), count.get('reception'), count.get('kiosk')]).toEqual([1, 1, 0]);
  }, PATIENT);

  const told = await venue.revoke('moderator');
  await vi.waitFor(() => expect(moderator.readyState).toBe(WebSocket.CLOSED), PATIENT);
  expect(reception.readyState).toBe(WebSocket.OPEN);
  const fresh = told.roles.find((one) => one.role === 'moderator')?.token ?? '';
  expect(fresh).toMatch(/^[\w-]{43}$/);
  expect(fresh).not.toBe(old);
  // Replayed as often as a tablet that was not told would: refused, and the address not shut for it.
  for (let i = 0; i < 40; i += 1) expect((await events(url, old)).status).toBe(401);
  expect((await fetch(`${url}?token=${old}`, { redirect: 'manual' })).status).toBe(401);
  expect((await fetch(`${url}?token=${fresh}`, { redirect: 'manual' })).status).toBe(303);
  expect((await events(url, fresh)).status).toBe(200);
  await venue.switch({ on: false });
  // The new token is the one that is kept.
  expect((await openVenue()).gate.token('moderator')).toBe(fresh);
});

it('says that the machine’s address has changed, and no more once it is as it was', async () => {
  const venue = await openVenue();
  addresses = [{ address: '127.0.0.1', network: 'Wi-Fi' }];
  await switchOn(venue);
  addresses = [{ address: '10.9.8.7', network: 'Wi-Fi' }];
  await vi.waitFor(() => expect(venue.read().moved?.was).toEqual(['127.0.0.1']), PATIENT);
  expect(venue.read().urls).toEqual([]);
  addresses = [{ address: '127.0.0.1', network: 'Wi-Fi' }];
  await vi.waitFor(() => expect(venue.read().moved).toBeNull(), PATIENT);
  await venue.switch({ on: false });
});

it('leads devices to the new address at once when the machine comes into another network', async () => {
  const venue = await openVenue();
  addresses = [{ address: '10.0.0.7', network: 'Wi-Fi' }];
  const { port, urls } = await venue.switch({ on: true, address: '', port: 0 });
  expect(urls).toEqual([`http://10.0.0.7:${port}/`]);
  addresses = [];
  await vi.waitFor(() => expect(venue.read().urls).toEqual([]), PATIENT);
  addresses = [{ address: '192.168.1.20', network: 'Hotspot' }];
  await vi.waitFor(() => {
    const { moved, ...told } = venue.read();
    expect(moved?.was).toEqual(['10.0.0.7']);
    expect(told.urls).toEqual([`http://192.168.1.20:${port}/`]);
  }, PATIENT);
  // The listener itself was open all along: who reaches it is served.
  const here = await fetch(`http://127.0.0.1:${port}/api/health`);
  expect(here.status).toBe(200);
  addresses = [{ address: '127.0.0.1', network: 'lo' }];
  await venue.switch({ on: false });
});

it('says which port is taken instead of taking another', async () => {
  const first = await openVenue();
  const { told } = await switchOn(first);
  const second = await openVenue();
  const refused = await second.switch({ on: true, address: '127.0.0.1', port: told.port });
  expect(refused).toMatchObject({ on: true, urls: [] });
  expect(refused.trouble).toMatchObject({ code: 'network.portBusy', params: { port: told.port } });
  await second.switch({ on: false });
  await first.switch({ on: false });
});

it.skipIf(process.platform === 'win32')('keeps its tokens for the owner’s eyes alone', async () => {
  const venue = await openVenue();
  await chmod(join(folder, 'pairing.json'), 0o644);
  await venue.revoke('stage');
  for (const name of ['pairing.json', 'network.json']) {
    expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
  }
  expect(await readFile(join(folder, 'pairing.json'), 'utf8')).toContain(venue.gate.token('stage'));
});

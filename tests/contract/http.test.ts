import { mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { serveDesk } from '../../electron/link/serve';
import type { Serving } from '../../electron/link/serve';
import { openTestDesk } from './openDesk';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

let serving: Serving;
let event: string;
let close: () => Promise<void>;

beforeAll(async () => {
  const opened = await openTestDesk();
  const pages = await mkdtemp(join(tmpdir(), 'nuija-pages-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Nuija</title>');
  await writeFile(join(pages, '..', 'outside.json'), '"secret"');
  serving = await serveDesk(opened.desk, { host: '127.0.0.1', port: 0, pages });
  ({ event } = await opened.desk.ask('events.demo', {}));
  close = async () => {
    await serving.close();
    await opened.close();
  };
});
afterAll(() => close());

/** A request as it stands: nothing is normalised, unlike with fetch. */
function send(
  method: string,
  path: string,
  { headers = {}, body = '' }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(serving.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const bearer = (role: 'desk' | 'stage' = 'desk') => ({
  Authorization: `Bearer ${serving.gate.token(role)}`,
});

const command = (body: unknown, headers: Record<string, string> = bearer()) =>
  send('POST', `/api/events/${event}/commands`, {
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('commands over HTTP', () => {
  it('answers 200 with the sequence number', async () => {
    const answer = await command({ type: 'participant.add', fields: { lastName: 'Http' } });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, seq: expect.any(Number) });
  });

  it('answers 409 with the reason when refused', async () => {
    const answer = await command({ type: 'participant.checkIn', who: 'nobody@malli.example' });
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, status: 'unknown' });
  });

  it.each([
    ['no JSON', '{'],
    ['an unknown type', { type: 'participant.vanish' }],
    ['a field too many', { type: 'participant.add', fields: { lastName: 'X', lastname: 'Y' } }],
    ['nothing', ''],
  ])('answers 400 to %s', async (_what, body) => {
    const answer = await command(body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body).reason).toBeTruthy();
  });

  it('answers 404 for an event that is not there', async () => {
    const path = '/api/events/01ARZ3NDEKTSV4RRFFQ69G5FAV/commands';
    const body = JSON.stringify({ type: 'undo' });
    expect((await send('POST', path, { headers: bearer(), body })).status).toBe(404);
  });

  it('gives the event as the document that the JSON export holds', async () => {
    const answer = await send('GET', `/api/events/${event}`, { headers: bearer() });
    const document = JSON.parse(answer.body);
    expect(document).toMatchObject({ format: 'nuija', version: 1 });
    expect(document.participants[0]).toHaveProperty('firstName');
  });
});

describe('who may ask', () => {
  it('tells its health to anyone on this machine, and nothing else', async () => {
    expect((await send('GET', '/api/health')).status).toBe(200);
    expect((await send('GET', `/api/events/${event}`)).status).toBe(401);
    expect((await send('POST', '/api/call', { body: '{}' })).status).toBe(401);
  });

  it('lets a stage token see no event and give no command', async () => {
    const headers = bearer('stage');
    expect((await send('GET', `/api/events/${event}`, { headers })).status).toBe(403);
    expect((await command({ type: 'undo' }, headers)).status).toBe(403);
    expect((await send('POST', '/api/call', { headers, body: '{}' })).status).toBe(403);
  });

  it('shuts for an address that guesses tokens', async () => {
    const opened = await openTestDesk();
    const other = await serveDesk(opened.desk, { host: '127.0.0.1', port: 0, pages: tmpdir() });
    const ask = (token: string) =>
      fetch(`${other.url}api/events`, { headers: { Authorization: `Bearer ${token}` } });
    for (let i = 0; i < 40; i++) expect((await ask(`guess${i}`)).status).toBe(401);
    expect((await ask(other.gate.token('desk'))).status).toBe(401);
    await other.close();
    await opened.close();
  });

  it('refuses a name that was made to point here, and pages of other sites', async () => {
    const { port } = new URL(serving.url);
    const strange = { ...bearer(), Host: `desk.example:${port}` };
    expect((await send('GET', '/api/events', { headers: strange })).status).toBe(403);
    const other = { ...bearer(), Origin: 'http://evil.example' };
    expect((await send('GET', '/api/events', { headers: other })).status).toBe(403);
  });

  it('moves the token of an address into a cookie that scripts cannot read', async () => {
    const answer = await send('GET', `/?token=${serving.gate.token('desk')}`);
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('/');
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    const headers = { Cookie: cookie.split(';')[0] ?? '' };
    expect((await send('GET', '/api/events', { headers })).status).toBe(200);
  });
});

describe('the live line', () => {
  const open = (path: string, headers: Record<string, string>) =>
    new WebSocket(`${serving.url.replace('http', 'ws')}${path}`, { headers });
  const first = (line: WebSocket) =>
    new Promise<string>((resolve, reject) => {
      line.once('message', (data: Buffer) => resolve(data.toString('utf8')));
      line.once('error', reject);
    });

  it('tells the state at once to whoever has a token', async () => {
    const line = open(`api/live?event=${event}`, bearer());
    expect(JSON.parse(await first(line))).toMatchObject({ type: 'state' });
    line.terminate();
  });

  it('gives a stage token the stage’s view even when it asks for the desk’s', async () => {
    const line = open(`api/live?event=${event}&view=desk`, bearer('stage'));
    const said = await first(line);
    expect(JSON.parse(said)).toMatchObject({ type: 'stage' });
    expect(said).not.toContain('malli.example');
    line.terminate();
  });

  it('opens for nobody without a token', async () => {
    await expect(first(open(`api/live?event=${event}`, {}))).rejects.toThrow('401');
  });
});

describe('pages', () => {
  it('come with a policy that allows nothing inline and nothing from elsewhere', async () => {
    const { headers, body } = await send('GET', '/');
    expect(body).toContain('<title>Nuija</title>');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    // WebAssembly reads codes in the picture of a camera; no text ever becomes script.
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe|https?:\/\//);
  });

  it.each(['/../outside.json', '/%2e%2e/outside.json', '/..%2foutside.json', '/%00', '/%zz'])(
    'never lead out of their folder: %s',
    async (path) => {
      const answer = await send('GET', path);
      expect(answer.status).toBe(404);
      expect(answer.body).not.toContain('secret');
    },
  );
});

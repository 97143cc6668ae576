import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { LIMITS } from '../../electron/link/limits';
import { serveDesk } from '../../electron/link/serve';
import type { Serving } from '../../electron/link/serve';
import type { LocalDesk } from '../../electron/desk/desk';
import { VENUE_ROLES } from '../../shared/network/roles';
import type { VenueRole } from '../../shared/network/roles';
import { openTestDesk } from './openDesk';

/** Stage screens at once; `NUIJA_LOAD=300` for a whole venue, the flood and the figures. */
const LOAD = process.env['NUIJA_LOAD'];
const SCREENS = Number(LOAD ?? 20);
const PATIENT = 900_000;
const DESKS = 6;
/** Check-ins of each desk. */
const EACH = SCREENS / 10;

let desk: LocalDesk;
let serving: Serving;
let event: string;
let pages: string;
let closeDesk: () => Promise<void>;

beforeAll(async () => {
  ({ desk, close: closeDesk } = await openTestDesk());
  pages = await mkdtemp(join(tmpdir(), 'nuija-load-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Nuija</title>');
  // A stranger is told to wait at once, however slow the machine that plays the flood.
  const rates = { ...LIMITS.rates, stranger: { burst: 50, perSecond: 1 } };
  const limits = { ...LIMITS, rates };
  const listener = { host: '127.0.0.1', port: 0, pages, roles: VENUE_ROLES, limits };
  serving = await serveDesk(desk, listener);
  ({ event } = await desk.ask('events.demo', {}));
});
afterAll(async () => {
  await serving.close();
  await closeDesk();
  await rm(pages, { recursive: true, force: true });
});

const bearer = (role: VenueRole) => ({ authorization: `Bearer ${serving.gate.token(role)}` });

const frameSchema = z.looseObject({
  type: z.string(),
  commit: z.object({ seq: z.number(), facts: z.array(z.unknown()) }).optional(),
});

interface Listener {
  line: WebSocket;
  /** Frames of each kind so far. */
  counts: Map<string, number>;
  /** The number of each answer whose commit was heard. */
  heard: Set<number>;
}

async function listen(role: VenueRole): Promise<Listener> {
  const address = `${serving.url.replace('http', 'ws')}api/live?event=${event}`;
  const line = new WebSocket(address, { headers: bearer(role) });
  const counts = new Map<string, number>();
  const heard = new Set<number>();
  line.on('message', (data) => {
    const { type, commit } = frameSchema.parse(JSON.parse(String(data)));
    counts.set(type, (counts.get(type) ?? 0) + 1);
    // A commit has the number of its first fact, an answer that of the last.
    if (commit) heard.add(commit.seq + commit.facts.length - 1);
  });
  await once(line, 'message');
  return { line, counts, heard };
}

const outcomeSchema = z.object({ ok: z.boolean(), seq: z.number().optional() });

/** One command over HTTP, as a desk sends it: over a connection that it keeps. */
function command(agent: Agent, token: string, asked: object) {
  const { hostname, port } = new URL(serving.url);
  const path = `/api/events/${event}/commands`;
  const headers = { authorization: token };
  return new Promise<{ status: number; seq: number; ms: number }>((resolve, reject) => {
    const from = performance.now();
    const to = { agent, hostname, port, method: 'POST', path, headers };
    const sent = request(to, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      answer.on('end', () => {
        const { seq = 0 } = outcomeSchema.parse(JSON.parse(text));
        resolve({ status: answer.statusCode ?? 0, seq, ms: performance.now() - from });
      });
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(asked));
  });
}

/** Each desk adds people, one after another; all desks at once. */
async function work(name: string) {
  const answers = await Promise.all(
    Array.from({ length: DESKS }, async (_, number) => {
      const agent = new Agent({ keepAlive: true });
      const done = [];
      for (let i = 0; i < EACH; i += 1) {
        const fields = { lastName: `${name}${number}-${i}` };
        const asked = { type: 'participant.add', fields, walkIn: true, checkIn: true };
        done.push(await command(agent, bearer('reception').authorization, asked));
      }
      agent.destroy();
      return done;
    }),
  );
  return answers.flat();
}

/** Said in a long run only: on a busy machine a time proves nothing. */
function tell(what: string, times: readonly number[]): void {
  if (!LOAD) return;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(1);
  process.stdout.write(
    `${what}: ${times.length} · median ${at(0.5)} · p95 ${at(0.95)} · p99 ${at(0.99)} · max ${at(1)} ms\n`,
  );
}

it(
  'serves all screens and desks at once, each with all that happens',
  async () => {
    const joining = performance.now();
    const screens = await Promise.all(Array.from({ length: SCREENS }, () => listen('stage')));
    tell(`${SCREENS} screens have joined`, [performance.now() - joining]);
    const desks = await Promise.all(Array.from({ length: DESKS }, () => listen('reception')));
    const before = (await desk.ask('event.state', { event })).state.participants.length;

    const cpu = process.cpuUsage();
    const answers = await work('Vieras');
    const { user, system } = process.cpuUsage(cpu);
    tell('processor time of a command, here and at all listeners together', [
      (user + system) / 1_000 / answers.length,
    ]);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    // Every answer a number of its own, none left out: all were taken, each once.
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(DESKS * EACH);
    const { state } = await desk.ask('event.state', { event });
    expect(state.participants).toHaveLength(before + DESKS * EACH);
    tell(
      'a command of a desk, until it is durable and answered',
      answers.map(({ ms }) => ms),
    );

    const last = Math.max(...answers.map(({ seq }) => seq));
    await expect
      .poll(() => desks.every(({ heard }) => heard.has(last)), { timeout: 60_000 })
      .toBe(true);
    for (const { heard } of desks) {
      expect(answers.filter(({ seq }) => !heard.has(seq))).toEqual([]);
    }

    // What is on the stage changes: from the command to the last of all screens.
    const stages = () => screens.map(({ counts }) => counts.get('stage') ?? 0);
    const agent = new Agent({ keepAlive: true });
    const took: number[] = [];
    for (let i = 0; i < 10; i += 1) {
      const seen = stages();
      const from = performance.now();
      const asked = { type: 'stage.message', text: `Viesti ${i}` };
      const { status } = await command(agent, bearer('moderator').authorization, asked);
      expect(status).toBe(200);
      await expect
        .poll(() => stages().every((count, k) => count > (seen[k] ?? 0)), {
          timeout: 60_000,
          interval: 1,
        })
        .toBe(true);
      took.push(performance.now() - from);
    }
    tell(`from a command to the last of ${SCREENS} screens`, took);
    agent.destroy();
    expect([...screens, ...desks].every(({ line }) => line.readyState === WebSocket.OPEN)).toBe(
      true,
    );
    expect(screens.every(({ counts }) => !counts.has('state') && !counts.has('commit'))).toBe(true);
    for (const { line } of [...screens, ...desks]) line.terminate();
  },
  PATIENT,
);

it(
  'keeps the receptions at work under a flood and under those who never finish a sentence',
  async () => {
    const { hostname, port } = new URL(serving.url);
    // The desks are known before anybody guesses from the same address.
    const first = new Agent();
    const asked = { type: 'participant.add', fields: { lastName: 'Ensin' } };
    const known = await command(first, bearer('reception').authorization, asked);
    expect(known.status).toBe(200);
    first.destroy();
    const slow: Socket[] = [];
    for (let i = 0; i < SCREENS; i += 1) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Sl');
      slow.push(socket);
    }
    let flooding = true;
    let refused = 0;
    const flood = async () => {
      const agent = new Agent({ keepAlive: true });
      while (flooding) {
        await new Promise<void>((resolve) => {
          const path = '/api/events';
          const headers = { authorization: 'Bearer made-up' };
          const asked = request({ agent, hostname, port, path, headers }, (answer) => {
            if (answer.statusCode === 429) refused += 1;
            answer.resume();
            answer.on('end', resolve);
          });
          asked.on('error', () => resolve());
          asked.end();
        });
      }
      agent.destroy();
    };
    const floods = Array.from({ length: SCREENS / 5 }, flood);
    await expect.poll(() => refused, { timeout: 60_000 }).toBeGreaterThan(0);
    const answers = await work('Tulva');
    flooding = false;
    await Promise.all(floods);
    for (const socket of slow) socket.destroy();
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    tell(
      'a command of a desk meanwhile',
      answers.map(({ ms }) => ms),
    );
  },
  PATIENT,
);

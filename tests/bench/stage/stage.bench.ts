import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { json } from '../../faults/program';
import type { Row } from '../row';
import { spreadOf } from '../store/figures';
import { startBareServer, startNode } from './bareServer';
import { residentMB } from './memory';
import { posterAs } from './posterAs';
import { screensAt } from './screens';
import type { Screens } from './screens';
import { timerRows } from './timers';

const CLI = resolve(import.meta.dirname, '../../out/main/cli.js');
const near = 50;
const all = 300;
const commands = 400;
/** Before them, so many that find the desk and the screens cold. */
const cold = 60;
const starts = 9;

const readySchema = z.object({ url: z.string(), token: z.string() });
const eventSchema = z.object({
  sessions: z.array(z.object({ id: z.string(), kind: z.string() })),
});

const percentile = (measured: readonly number[], share: number) =>
  measured.toSorted((a, b) => a - b)[Math.floor(share * (measured.length - 1))] ?? Number.NaN;

interface Measured {
  /** From asking to the last of 50 screens having heard it, ms. */
  told: number[];
  /** For 300 to join one after another, ms. */
  joined: number;
  /** Resident memory in MB, with nobody there and with 300. */
  idle: number;
  full: number;
}

interface Place {
  pid: number;
  live: string;
  token: string;
  /** Asks for what every screen is to be told, and answers the text by which they know it. */
  ask(n: number): Promise<string>;
}

async function measure({ pid, live, token, ask }: Place): Promise<Measured> {
  const open: Screens[] = [];
  const join50 = async () => {
    const screens = screensAt(live, token);
    open.push(screens);
    await screens.join(near);
    return screens;
  };
  try {
    await quiet();
    const idle = residentMB(pid);
    const screens = await join50();
    const told: number[] = [];
    for (let n = 0; n < cold + commands; n++) {
      const heard = screens.allHear(`Paina ${n}.`);
      const from = performance.now();
      await Promise.all([ask(n), heard]);
      if (n >= cold) told.push(performance.now() - from);
    }
    screens.leave();
    const crowd = screensAt(live, token);
    open.push(crowd);
    const from = performance.now();
    await crowd.join(all);
    const joined = performance.now() - from;
    await quiet();
    return { told, joined, idle, full: residentMB(pid) };
  } finally {
    for (const screens of open) screens.leave();
  }
}

/** Until what was begun has settled: two beats of a desk. */
const quiet = () => new Promise((done) => setTimeout(done, 2_000));

const serveWords = (data: string) =>
  [CLI, 'serve', '--data', data, '--port', '0', '--no-open', '--json'] as const;

async function ofNuija(data: string): Promise<Measured> {
  const { event } = z.object({ event: z.string() }).parse(json(['demo', '--data', data]));
  const serving = await startNode(serveWords(data));
  try {
    const { url, token } = readySchema.parse(JSON.parse(serving.line));
    const post = posterAs(token);
    const api = `${url}api/events/${event}`;
    const headers = { Authorization: `Bearer ${token}` };
    const { sessions } = eventSchema.parse(await (await fetch(api, { headers })).json());
    const session = sessions.find(({ kind }) => kind === 'panel')?.id ?? '';
    await post(`${api}/commands`, { command: { type: 'session.start', session } });
    return await measure({
      pid: serving.process.pid ?? 0,
      live: `${url.replace('http', 'ws')}api/live?event=${event}&view=stage`,
      token,
      ask: async (n) => {
        const command = { type: 'stage.message', text: `Paina ${n}.` };
        await post(`${api}/commands`, { command });
        return command.text;
      },
    });
  } finally {
    await serving.end();
  }
}

async function ofBareWs(): Promise<Measured> {
  const server = await startBareServer();
  const at = `127.0.0.1:${server.line}`;
  const post = posterAs('');
  try {
    return await measure({
      pid: server.process.pid ?? 0,
      live: `ws://${at}/`,
      token: '',
      ask: async (n) => {
        await post(`http://${at}/`, { text: `Paina ${n}.`, frame: 'x'.repeat(1_500) });
        return `Paina ${n}.`;
      },
    });
  } finally {
    await server.end();
  }
}

/** `serve` on an empty data folder of its own beside a bare server, by turns; medians in ms. */
async function coldStarts(data: string): Promise<{ serve: number; bare: number }> {
  const serve: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < starts; round++) {
    const one = await startNode(serveWords(join(data, String(round))));
    serve.push(one.ms);
    await one.end();
    const other = await startBareServer();
    bare.push(other.ms);
    await other.end();
  }
  return { serve: spreadOf(serve).median, bare: spreadOf(bare).median };
}

/**
 * The stage over WebSocket: `serve` as a process of its own, its screens in this one. Beside it `ws` alone, which
 * checks, decides and saves nothing. Ontime cannot run here; its figures were measured apart on a like machine.
 */
export async function stageRows(): Promise<Row[]> {
  mkdirSync('out', { recursive: true });
  const data = mkdtempSync(join('out', 'bench-stage-'));
  try {
    const nuija = await ofNuija(join(data, 'event'));
    const bare = await ofBareWs();
    const cold = await coldStarts(data);
    const beside = (
      name: string,
      unit: string,
      [value, reference, most]: readonly [number, number, number],
      says: string,
    ): Row => ({
      name,
      unit,
      value,
      reference: { name: 'bare ws', value: reference },
      ratio: value / reference,
      reach: `≤ ${most} ${unit} (Ontime, measured apart: ${says})`,
      holds: value <= most,
    });
    const p95 = percentile(nuija.told, 0.95);
    return [
      {
        ...beside(
          `stage-command: command to every one of ${near} screens, durable, 95th percentile`,
          'ms',
          [p95, percentile(bare.told, 0.95), 10],
          '5.3 to one, not durable',
        ),
        p99: percentile(nuija.told, 0.99),
      },
      beside(
        `stage-join: ${all} screens join one after another`,
        'ms',
        [nuija.joined, bare.joined, 2_000],
        '16,400',
      ),
      beside('serve-cold: serve ready from cold', 'ms', [cold.serve, cold.bare, 500], '828'),
      beside(
        'serve-idle: resident memory, nobody there',
        'MB',
        [nuija.idle, bare.idle, 100],
        '126',
      ),
      beside(
        `serve-full: resident memory with ${all} screens, after ${commands} commands`,
        'MB',
        [nuija.full, bare.full, 100],
        '126 idle',
      ),
      ...timerRows(),
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

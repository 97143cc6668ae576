import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { json, run, start } from './program';

const created = z.object({ event: z.string() });
const readySchema = z.object({ ready: z.literal(true), url: z.string(), token: z.string() });

let data: string;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'nuija-cli-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const demo = () => created.parse(json(['demo', '--data', data])).event;

/** Starts `serve` and waits for its first line. */
async function serve(more: readonly string[] = []) {
  const child = start(['serve', '--data', data, '--port', '0', '--no-open', '--json', ...more]);
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, ready: readySchema.parse(JSON.parse(line)) };
  }
  throw new Error('serve said nothing');
}

const gone = (child: ReturnType<typeof start>) =>
  new Promise((resolve) => child.once('close', resolve));

describe('exit codes', () => {
  it.each([
    [['--help'], 0],
    [['import', '--help'], 0],
    [[], 2],
    [['frobnicate'], 2],
    [['event', 'list', '--nonsense'], 2],
    [['event', 'create', '--name', 'X', '--date', '27.3.2027'], 2],
    [['event', 'create', '--name', 'X', '--date', '2027-02-30'], 2],
    [['serve', '--port', 'http'], 2],
    [['checkin', 'nobody', '--event', '01ARZ3NDEKTSV4RRFFQ69G5FAV'], 1],
  ])('%j ends with %i', (args, code) => {
    const ran = run([...args, '--data', data]);
    expect(ran.code).toBe(code);
    if (code === 1) expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('one desk a data folder', () => {
  it('sends a verb through the desk that runs, and starts no second one', async () => {
    const event = demo();
    const { child, ready } = await serve();
    try {
      const second = run(['serve', '--data', data, '--port', '0', '--no-open']);
      expect(second.code).toBe(1);
      expect(second.stderr).toContain(String(child.pid));

      const add = JSON.stringify({ type: 'participant.add', fields: { lastName: 'Läpi' } });
      expect(run(['do', '--data', data, '--event', event], add).stdout).toContain('"ok":true');
      const headers = { Authorization: `Bearer ${ready.token}` };
      const seen = await (await fetch(`${ready.url}api/events/${event}`, { headers })).text();
      expect(seen).toContain('Läpi');
    } finally {
      child.kill('SIGTERM');
      await gone(child);
    }
    expect(json(['verify', '--data', data])).toMatchObject({ ok: true });
  });

  it('saves and lets go of the folder even when Ctrl+C reaches it several times', async () => {
    demo();
    const { child } = await serve();
    const again = setInterval(() => child.kill('SIGINT'), 1);
    await gone(child);
    clearInterval(again);
    expect(await readdir(data)).not.toContain('desk.lock');
  });

  it('starts at once after the desk before it was killed', async () => {
    const event = demo();
    const { child } = await serve();
    child.kill('SIGKILL');
    await gone(child);
    expect(json(['event', 'list', '--data', data])).toMatchObject([{ id: event }]);
  });

  it('says which port is busy and takes no other', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = z.custom<AddressInfo>().parse(other.address());
    const ran = run(['serve', '--data', data, '--port', String(port), '--no-open']);
    other.close();
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(String(port));
  });
});

describe('do', () => {
  it('answers each line in order, malformed ones too, and goes on', () => {
    const event = demo();
    const lines = [
      { type: 'participant.add', fields: { lastName: 'Eka' }, checkIn: true },
      { type: 'participant.checkIn', who: 'ei.ole@malli.example' },
      { type: 'nonsense' },
      { type: 'participant.add', fields: { lastName: 'Toka' } },
    ].map((one) => JSON.stringify(one));
    lines.splice(2, 0, 'not json');
    const ran = run(['do', '--data', data, '--event', event], lines.join('\n'));
    const answers = ran.stdout.trim().split('\n');
    expect(answers.map((one) => z.object({ ok: z.boolean() }).parse(JSON.parse(one)).ok)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(ran.code).toBe(1);
  });
});

describe('an exported event', () => {
  it('comes back in an empty data folder with nothing lost', async () => {
    const event = demo();
    const lines = [
      { type: 'participant.add', fields: { lastName: 'Palaava' }, checkIn: true },
      { type: 'undo' },
    ].map((one) => JSON.stringify(one));
    run(['do', '--data', data, '--event', event], lines.join('\n'));
    const out = join(data, 'event.json');
    const words = ['--event', event, '--format', 'json', '--out'];
    json(['export', '--data', data, ...words, out]);
    const elsewhere = await mkdtemp(join(tmpdir(), 'nuija-cli-'));
    json(['event', 'receive', out, '--data', elsewhere]);
    const again = join(elsewhere, 'event.json');
    json(['export', '--data', elsewhere, ...words, again]);
    expect(JSON.parse(await readFile(again, 'utf8'))).toEqual(
      JSON.parse(await readFile(out, 'utf8')),
    );
    await rm(elsewhere, { recursive: true });
  });

  it('leaves what stood in the file when it cannot be written', async () => {
    const event = demo();
    const out = join(data, 'taken');
    await writeFile(out, 'old');
    const ran = run([
      'export',
      '--data',
      data,
      '--event',
      event,
      '--format',
      'csv',
      '--out',
      join(out, 'x.csv'),
    ]);
    expect(ran.code).toBe(1);
    expect(await readFile(out, 'utf8')).toBe('old');
  });
});

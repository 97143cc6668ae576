import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openChance } from './chance';
import { json, run } from './program';
import { startServing } from './serving';
import type { Serving } from './serving';

const KILLS = Number(process.env['NUIJA_FAULT_SEALED_KILLS'] ?? 5);
const CLIENTS = 4;
const PHRASE = 'Vuoksen varrella vilisee';

const chance = openChance();
let data: string;
let event: string;
/** Beside the data folder, which is searched for what it must not hold. */
let beside: string;
let phraseFile: string;

beforeAll(async () => {
  beside = await mkdtemp(join(tmpdir(), 'nuija-sealed-'));
  data = join(beside, 'data');
  phraseFile = join(beside, 'phrase');
  await writeFile(phraseFile, `${PHRASE}\n`);
  const made = json(['event', 'create', '--data', data, '--name', 'Koe', '--date', '2027-03-27']);
  ({ event } = z.object({ event: z.string() }).parse(made));
  json(['passphrase', 'set', '--data', data, '--event', event, '--passphrase-file', phraseFile]);
});
afterAll(() => rm(beside, { recursive: true, force: true }));

/** Clients at the desk, each adding people one after the other until it is killed. */
async function addAndKill(serving: Serving, acknowledged: string[]): Promise<void> {
  const enough = acknowledged.length + 5 + chance.upTo(60);
  let killed: Promise<unknown> | null = null;
  const client = async (number: number) => {
    for (let count = 0; !killed; count++) {
      const lastName = `Suojattunimi${acknowledged.length}x${number}x${count}`;
      const command = { type: 'participant.add', fields: { lastName }, walkIn: true };
      const answer = await serving.command(event, { command }).catch(() => null);
      if (answer === null) return;
      expect(answer).toMatchObject({ ok: true });
      acknowledged.push(lastName);
      if (acknowledged.length >= enough) killed ??= serving.end('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  await killed;
}

it(`loses nothing of a sealed event in ${KILLS} kills -9, and leaves nothing to read`, async () => {
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const serving = await startServing(data, { NUIJA_PASSPHRASE: PHRASE });
    const { participants } = await serving.event(event);
    const names = participants.map(({ lastName }) => lastName);
    expect(acknowledged.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    await addAndKill(serving, acknowledged);
  }
  const words = ['export', '--data', data, '--event', event, '--format', 'csv', '--out'];
  const out = join(beside, 'out.csv');
  const locked = run([...words, out]);
  expect(locked.code).toBe(1);
  expect(locked.stderr.trim().split('\n')).toHaveLength(1);
  expect(locked.stderr).toContain('--passphrase-file');

  json([...words, out, '--passphrase-file', phraseFile]);
  const csv = await readFile(out, 'utf8');
  expect(acknowledged.filter((name) => !csv.includes(name))).toEqual([]);
  expect(run(['verify', '--data', data])).toMatchObject({ code: 0 });
  expect(await holding('Suojattunimi')).toEqual([]);
  expect(await holding(PHRASE)).toEqual([]);
}, 600_000);

/** Files of the data folder in which a text can be read. */
async function holding(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(data, { recursive: true })) {
    const path = join(data, name);
    if (!(await stat(path)).isFile()) continue;
    if ((await readFile(path)).includes(text)) found.push(name);
  }
  return found;
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { json, run, start } from './program';

const ROUNDS = 20;
const CHECK_INS = 200;

const documentSchema = z.object({
  participants: z.array(z.object({ id: z.string(), checkedInAt: z.string().nullable() })),
  sessions: z.array(z.object({ id: z.string(), kind: z.string() })),
  turns: z.array(z.object({ session: z.string(), from: z.string(), ms: z.number() })),
  facts: z.array(z.object({ type: z.string(), participant: z.unknown().optional() })),
});
const answerSchema = z.object({
  ok: z.boolean(),
  participant: z.object({ id: z.string() }).optional(),
});

let data: string;
let event: string;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'nuija-kill-'));
  const words = ['--name', 'Koe', '--date', '2027-03-27', '--template', 'soteuttamo'];
  const made = json(['event', 'create', '--data', data, ...words]);
  ({ event } = z.object({ event: z.string() }).parse(made));
  const rows = Array.from(
    { length: ROUNDS * CHECK_INS },
    (_, i) => `Koe;Malli${i};k${i}@m.example`,
  );
  const csv = `Etunimi;Sukunimi;Sähköposti\n${rows.join('\n')}\n`;
  json(['import', '-', '--data', data, '--event', event], csv);
});
afterAll(() => rm(data, { recursive: true, force: true }));

async function exported() {
  const out = join(data, 'out.json');
  json(['export', '--data', data, '--event', event, '--format', 'json', '--out', out]);
  return documentSchema.parse(JSON.parse(await readFile(out, 'utf8')));
}

/** Sends commands through `do` and kills it -9 after so many answers; answers who was acknowledged. */
async function doAndKill(lines: readonly string[], after: number): Promise<string[]> {
  const child = start(['do', '--data', data, '--event', event]);
  const acknowledged: string[] = [];
  // The kill may close the pipe before all of it is written.
  child.stdin.on('error', () => {});
  child.stdin.end(`${lines.join('\n')}\n`);
  const ended = new Promise((resolve) => child.once('close', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    // A line that the kill cut in two was told to nobody.
    if (!line.endsWith('}')) continue;
    const answer = answerSchema.parse(JSON.parse(line));
    if (answer.ok && answer.participant) acknowledged.push(answer.participant.id);
    if (acknowledged.length === after) child.kill('SIGKILL');
  }
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  return acknowledged;
}

it(`loses no acknowledged check-in in ${ROUNDS} kills -9, doubles none, and the turn goes on`, async () => {
  const before = await exported();
  const panel = before.sessions.find((one) => one.kind === 'panel');
  const floor = { type: 'floor.give', session: panel?.id, speaker: 'moderator' };
  const given = run(['do', '--data', data, '--event', event], JSON.stringify(floor));
  expect(given).toMatchObject({ code: 0 });
  const turnBegan = Date.now();

  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const slice = before.participants.slice(round * CHECK_INS, (round + 1) * CHECK_INS);
    const lines = slice.map(({ id }) => JSON.stringify({ type: 'participant.checkIn', who: id }));
    const after = 1 + Math.floor(Math.random() * (CHECK_INS / 2));
    acknowledged.push(...(await doAndKill(lines, after)));
  }

  const now = await exported();
  const came = new Set(now.participants.flatMap((one) => (one.checkedInAt ? [one.id] : [])));
  expect(acknowledged.filter((id) => !came.has(id))).toEqual([]);
  const stated = now.facts.flatMap((one) =>
    one.type === 'participant.checkedIn' ? [one.participant] : [],
  );
  expect(new Set(stated).size).toBe(stated.length);
  expect(stated.length).toBe(came.size);

  const [turn, ...more] = now.turns;
  expect(more).toEqual([]);
  expect(turn?.session).toBe(panel?.id);
  expect(turn?.ms).toBeGreaterThanOrEqual(Date.now() - turnBegan - 5_000);
  expect(run(['verify', '--data', data])).toMatchObject({ code: 0 });
}, 300_000);

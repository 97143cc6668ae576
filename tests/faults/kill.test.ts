import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ulid } from 'ulid';
import { z } from 'zod';
import { openChance } from './chance';
import { clientsOf } from './clients';
import type { Client } from './clients';
import { History } from './history';
import { json, run } from './program';
import { killWhileStarting, startServing } from './serving';
import type { Serving } from './serving';
import { checkTold, checkTurn, snapshotBegins } from './told';

/** How often the desk is killed; `npm run test:faults` asks for many more. */
const KILLS = Number(process.env['NUIJA_FAULT_KILLS'] ?? 8);
const PEOPLE = 400;
const EDITED = 20;
/** A long run says how far it is after so many kills. */
const TOLD_EVERY = 20;

let data: string;
let event: string;
const chance = openChance();

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'nuija-kill-'));
  const words = ['--name', 'Koe', '--date', '2027-03-27', '--template', 'soteuttamo'];
  const made = json(['event', 'create', '--data', data, ...words]);
  ({ event } = z.object({ event: z.string() }).parse(made));
  const rows = Array.from({ length: PEOPLE }, (_, i) => `Koe;Malli${i};k${i}@m.example`);
  const csv = `Etunimi;Sukunimi;Sähköposti\n${rows.join('\n')}\n`;
  json(['import', '-', '--data', data, '--event', event], csv);
});
afterAll(() => rm(data, { recursive: true, force: true }));

const folder = () => join(data, 'events', event);

/** Loads a desk from all clients and kills it -9 in the midst of it. */
async function loadAndKill(serving: Serving, clients: readonly Client[], inSnapshot: boolean) {
  await Promise.all(clients.map((one) => one.settle(serving)));
  const heard: string[] = [];
  serving.listen(event, (frame) => heard.push(frame));
  const answered = () => clients.reduce((sum, one) => sum + one.acknowledged.length, 0);
  const snapshot = inSnapshot ? snapshotBegins(folder()) : null;
  const wanted = answered() + 1 + chance.upTo(120);
  let killed = false;
  const working = Promise.all(clients.map((one) => one.work(serving, () => killed)));
  if (snapshot) await snapshot.begun;
  else while (answered() < wanted) await new Promise((resolve) => setTimeout(resolve, 1));
  await new Promise((resolve) => setTimeout(resolve, chance.upTo(6)));
  await serving.end('SIGKILL');
  killed = true;
  snapshot?.stop();
  await working;
  return heard;
}

it(
  `loses nothing acknowledged in ${KILLS} kills -9 of a desk at work, doubles nothing, and the turn goes on`,
  async () => {
    let serving = await startServing(data);
    const { participants, sessions } = await serving.event(event);
    const ids = participants.map(({ id }) => id);
    const panel = sessions.find((one) => one.kind === 'panel')?.id ?? '';
    const ground = { event, expected: ids.slice(EDITED), edited: ids.slice(0, EDITED), panel };
    const clients = clientsOf(ground, chance);
    const history = new History(join(folder(), 'journal.jsonl'));

    const commits = () => history.commits.length;
    const begun = Date.now();
    let told = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const kind = kill % 8;
      const heard = await loadAndKill(serving, clients, kind === 3);
      if (kind === 5) {
        await killWhileStarting(data, chance.upTo(600));
        kill++;
      }
      serving = await startServing(data);
      const asked = Date.now();
      const served = await serving.event(event);
      await history.readOn();
      checkTold(history, clients, heard);
      checkTurn(history, panel, served, asked);
      if (kill + 1 >= told + TOLD_EVERY) {
        told = kill + 1;
        const seconds = Math.round((Date.now() - begun) / 1000);
        console.log(
          `${told} of ${KILLS} kills after ${seconds} s: ${commits()} commits, none lost`,
        );
      }
    }

    // What was not answered is asked for once more, so that nothing is left in doubt.
    await Promise.all(clients.map((one) => one.settle(serving)));
    expect(await serving.end('SIGTERM')).toBe(0);
    await history.readOn();
    checkTold(history, clients, []);
    await checkExport(clients);
    expect(clients.flatMap((one) => one.refused)).toEqual([]);
    expect(run(['verify', '--data', data])).toMatchObject({ code: 0 });
    const acknowledged = clients.reduce((sum, one) => sum + one.acknowledged.length, 0);
    console.log(
      `kills -9: ${KILLS}, acknowledged commands: ${acknowledged}, commits: ${commits()}, lost: 0, doubled: 0 (NUIJA_FAULT_SEED=${chance.seed})`,
    );
  },
  // On a machine with much else to do a kill takes half a minute and more.
  600_000 + KILLS * 180_000,
);

/** One command of each kind, in which a second doing would show. */
const eachKind = (name: string, who: string, ground: { edited: string; panel: string }) =>
  [
    { type: 'participant.checkIn', who },
    { type: 'participant.add', fields: { lastName: `Ohikulkija ${name}` }, walkIn: true },
    { type: 'participant.edit', who: ground.edited, fields: { organisation: name } },
    {
      type: 'participants.import',
      file: `${name}.csv`,
      rows: [{ row: 2, fields: { lastName: name, email: `${name}@malli.example` } }],
    },
    { type: 'floor.give', session: ground.panel, speaker: name === 'Eka' ? 'moderator' : '' },
  ].map((command) => ({ id: ulid(), command }));

it('a command asked again after the restart is done once, whether or not the kill came before it was written', async () => {
  const journal = join(folder(), 'journal.jsonl');
  const first = await startServing(data);
  const { participants, sessions } = await first.event(event);
  const expected = participants.flatMap((one) => (one.checkedInAt ? [] : [one.id]));
  const [one = '', two = '', edited = ''] = expected;
  const panel = sessions.find((one) => one.kind === 'panel')?.id ?? '';
  // Whoever has the floor by now: giving it to the moderator shall change something.
  await first.command(event, {
    command: { type: 'floor.give', session: panel, speaker: 'audience' },
  });
  // These are in the journal when the desk is killed, and nobody hears the answers ...
  const written = eachKind('Eka', one, { edited, panel });
  const unheard = written.map((ask) => first.command(event, ask).catch(() => null));
  const has = async () => {
    const text = await readFile(journal, 'utf8');
    return written.every(({ id }) => text.includes(id));
  };
  await expect.poll(has).toBe(true);
  // ... and these are on their way to it.
  const sent = eachKind('Toka', two, { edited, panel });
  unheard.push(...sent.map((ask) => first.command(event, ask).catch(() => null)));
  await first.end('SIGKILL');
  await Promise.all(unheard);

  const again = await startServing(data);
  const asked = [...written, ...sent];
  const answers = await Promise.all(
    // Twice at once, as two tries of one page may come.
    [...asked, ...asked].map((ask) => again.command(event, ask)),
  );
  expect(answers).toEqual(answers.map(() => expect.objectContaining({ ok: true })));
  const numbers = answers.map(({ seq }) => seq);
  expect(numbers.slice(asked.length)).toEqual(numbers.slice(0, asked.length));
  const late = await Promise.all(asked.map((ask) => again.command(event, ask)));
  expect(late.map(({ seq }) => seq)).toEqual(numbers.slice(0, asked.length));
  const names = (await again.event(event)).participants.map(({ lastName }) => lastName);
  for (const name of ['Eka', 'Ohikulkija Eka', 'Toka', 'Ohikulkija Toka']) {
    expect(names.filter((each) => each === name)).toEqual([name]);
  }
  expect(await again.end('SIGTERM')).toBe(0);

  const history = new History(journal);
  await history.readOn();
  const kept = asked.map(({ id }) => history.byCommand.get(id)?.length);
  expect(kept).toEqual(asked.map(() => 1));
});

const exportSchema = z.object({
  participants: z.array(
    z.object({
      id: z.string(),
      lastName: z.string(),
      email: z.string(),
      organisation: z.string(),
      checkedInAt: z.string().nullable(),
    }),
  ),
});

/** The people as another program would read them. */
async function checkExport(clients: readonly Client[]) {
  const out = join(data, 'out.json');
  json(['export', '--data', data, '--event', event, '--format', 'json', '--out', out]);
  const { participants } = exportSchema.parse(JSON.parse(await readFile(out, 'utf8')));
  const here = new Set(participants.flatMap((one) => (one.checkedInAt ? [one.id] : [])));
  const names = participants.map((one) => one.lastName);
  const done = clients.flatMap((one) => one.acknowledged.map(({ asked }) => asked.command));
  expect(new Set(names).size).toBe(names.length);
  // A row that is taken for somebody who is here fills in the address; one that is lost leaves none.
  const there = new Set(participants.flatMap(({ lastName, email }) => [lastName, email]));
  for (const command of done) {
    if (command.type === 'participant.checkIn') expect(here).toContain(command['who']);
    for (const sign of signsIn(command)) expect(there).toContain(sign);
  }
}

const person = z.object({ lastName: z.string(), email: z.string().optional() });
const bringsSchema = z.union([
  z.object({ rows: z.array(z.object({ fields: person })) }),
  z.object({ fields: person }).transform((one) => ({ rows: [one] })),
]);

/** By what the people whom a command brings in are known: the address, else the last name. */
const signsIn = (command: object): string[] => {
  const { success, data: brings } = bringsSchema.safeParse(command);
  return success ? brings.rows.map(({ fields }) => fields.email ?? fields.lastName) : [];
};

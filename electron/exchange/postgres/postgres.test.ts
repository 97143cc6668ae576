import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { fold } from '../../../shared/facts/fold';
import { EMPTY_STATE, stateToJson } from '../../../shared/model/state';
import { DeskOfPaper, at, idOf } from '../../../shared/testing/deskOfPaper';
import { exportVerb } from '../../cli/exchange';
import { receive } from '../../cli/receive';
import { readWords } from '../../cli/usage';
import type { Verb } from '../../cli/verb';
import { openDeskOn } from '../../desk/openDeskOn.fixture';
import { readDocument } from '../export/json';
import { consentedOnly } from './consented';
import type { PRIVATE_FIELDS } from './consented';
import { readFromServer } from './read';
import { migrate, SCHEMA_VERSION } from './schema';
import { onServer } from './connect';
import { encrypted } from './testing/encrypted';
import { TestServer, whyNoServer } from './testing/server';
import { writeToServer } from './write';

const why = whyNoServer();
if (why) console.log(`skipped: ${why}`);

const NOW = at(20 * 60);
const TABLES = ['events', 'participants', 'check_ins', 'sessions', 'turns', 'feedback', 'facts'];

/** A day with a panel, feedback, an undo and two records joined; `consent` of all but Eino. */
function day(): DeskOfPaper {
  const desk = new DeskOfPaper({ name: 'Kainuu', region: 'Kainuu' });
  const added = (firstName: string, consentContact: boolean | null) =>
    idOf(
      desk.must({
        type: 'participant.add',
        fields: {
          firstName,
          lastName: 'Malli',
          email: `${firstName.toLowerCase()}@example.org`,
          phone: '040 123',
          diet: 'gluteeniton',
          notes: 'soita ennen',
          answers: { Toive: 'etupenkki' },
          consentContact,
        },
      }),
      'participant.added',
    );
  const [aino, eino, onni] = [added('Aino', true), added('Eino', false), added('Onni', null)];
  for (let i = 0; i < 60; i += 1) desk.person(`Vieras ${i}`);
  desk.must({ type: 'participant.checkIn', who: aino });
  desk.must({ type: 'participant.edit', who: eino, fields: { email: 'eino.uusi@example.org' } });
  desk.must({ type: 'participant.edit', who: onni, fields: { phone: '050 999' } });
  desk.must({ type: 'undo' });
  desk.must({ type: 'participant.merge', who: eino, other: onni });
  const panel = desk.panel(2);
  desk.must({ type: 'session.start', session: panel });
  desk.must({ type: 'floor.give', session: panel, speaker: 'a' });
  desk.pass(60_000);
  desk.must({ type: 'floor.give', session: panel, speaker: 'b' });
  desk.pass(30_000);
  desk.must({ type: 'session.end', session: panel });
  desk.must({ type: 'feedback.give', answers: { usefulness: 4, free: 'Kiitos\u0000!' } });
  return desk;
}

describe('what may leave the machine', () => {
  it('is empty in every private field of those who have not agreed, and whole of the others', () => {
    const { commits, state } = day();
    const left = consentedOnly(commits, state);
    const text = JSON.stringify(left);
    for (const secret of ['eino@', 'eino.uusi@', 'onni@', '050 999']) {
      expect(JSON.stringify(commits)).toContain(secret);
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('aino@example.org');
    const folded = left.reduce(fold, EMPTY_STATE);
    for (const person of state.participants) {
      const same = folded.participants.get(person.id);
      if (person.consentContact) expect(same).toEqual(person);
      else expect(same).toMatchObject({ ...person, ...BLANK, otherRecords: expect.anything() });
    }
    expect(folded.seq).toBe(state.seq);
    expect([...folded.marks]).toEqual([...state.marks]);
    expect([...folded.feedback]).toEqual([...state.feedback]);
  });
});

/** What stands in the private fields of somebody who has not agreed. */
const BLANK = {
  email: '',
  phone: '',
  diet: '',
  notes: '',
  offers: [],
  needs: [],
  answers: {},
  externalId: '',
} satisfies Record<(typeof PRIVATE_FIELDS)[number], unknown>;

describe.skipIf(why !== '')('a PostgreSQL server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server?.stop());

  const rowsIn = async (event: string) => {
    const counts: Record<string, number> = {};
    for (const table of TABLES) {
      const key = table === 'events' ? 'id' : 'event_id';
      const [row] = await server.ask(
        `SELECT count(*)::int AS n, md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM nuija.${table} t WHERE ${key} = $1`,
        [event],
      );
      counts[table] = Number(row?.['n']);
      counts[`${table} sum`] = Number.parseInt(String(row?.['sum'] ?? '0').slice(0, 12), 16);
    }
    return counts;
  };
  const codeOf = (asked: Promise<unknown>) =>
    asked.then(
      () => '',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );

  it('holds an event once, however often it is written, and contacts only of those who agreed', async () => {
    const { commits, state } = day();
    const event = state.event.id;
    await writeToServer(server.url(), commits, { now: NOW, batch: 20 });
    const first = await rowsIn(event);
    expect(first).toMatchObject({
      events: 1,
      participants: state.participants.size,
      check_ins: 1,
      sessions: 1,
      turns: 2,
      feedback: 1,
      facts: state.seq,
    });
    await writeToServer(server.url(), commits, { now: NOW });
    expect(await rowsIn(event)).toEqual(first);
    const people = await server.ask(
      "SELECT first_name, email, phone FROM nuija.participants WHERE first_name IN ('Aino', 'Eino') ORDER BY 1",
    );
    expect(people).toEqual([
      { first_name: 'Aino', email: 'aino@example.org', phone: '040 123' },
      { first_name: 'Eino', email: null, phone: null },
    ]);
    const [told] = await server.ask(
      "SELECT count(*)::int AS n FROM nuija.facts WHERE fact::text LIKE '%eino@%'",
    );
    expect(told).toEqual({ n: 0 });
    const turns = await server.ask('SELECT speaker, ms::int FROM nuija.turns ORDER BY number');
    expect(turns).toEqual([
      { speaker: 'Panelisti A', ms: 60_000 },
      { speaker: 'Panelisti B', ms: 30_000 },
    ]);

    // The same facts give the same event, but for what was not to leave.
    const back = readDocument(await readFromServer(server.url(), event));
    const expected = consentedOnly(commits, state).reduce(fold, EMPTY_STATE);
    expect(stateToJson(back.reduce(fold, EMPTY_STATE))).toEqual(stateToJson(expected));
  });

  it('completes an export that was cut off, and knows until then that it is not finished', async () => {
    const desk = new DeskOfPaper({ name: 'Lappi' });
    desk.state = { ...desk.state, event: { ...desk.state.event, id: 'cut' } };
    for (let i = 0; i < 100; i += 1) desk.person(`Vieras ${i}`);
    const commits = renamed(desk.commits, 'cut');
    let batches = 0;
    const through = async () => {
      batches += 1;
      if (batches < 3) return;
      // The line breaks in the middle of the tables.
      await server.ask(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'nuija'",
      );
    };
    const cut = writeToServer(server.url('salainen'), commits, { now: NOW, batch: 20, through });
    await expect(cut).rejects.toMatchObject({ code: 'postgres.failed' });
    await expect(cut).rejects.not.toThrow(/salainen/);
    const half = await rowsIn('cut');
    expect(half['participants']).toBe(60);
    expect(half['facts']).toBe(0);
    expect(await codeOf(readFromServer(server.url(), 'cut'))).toBe('postgres.unfinished');
    await writeToServer(server.url(), commits, { now: NOW, batch: 20 });
    expect(await rowsIn('cut')).toMatchObject({ participants: 100, facts: 101 });
    const back = readDocument(await readFromServer(server.url(), 'cut'));
    expect(back).toEqual(commits);
  });

  it('is reached over the network only where the line is encrypted and its certificate known', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nuija-pg-tls-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { port, certificate, opened } = await encrypted(server.socket, folder);
    const commits = renamed(day().commits, 'tls');
    const url = (query: string) => `postgres://nuija@localhost:${port}/postgres?${query}`;
    const write = (query: string) => writeToServer(url(query), commits, { now: NOW });
    expect(await codeOf(write('sslmode=require'))).toBe('postgres.failed');
    await expect(write('sslmode=require')).rejects.toThrow(/certificate/);
    expect(await codeOf(write('sslmode=disable'))).toBe('postgres.failed');
    const known = `sslmode=verify-full&sslrootcert=${encodeURIComponent(certificate)}`;
    const before = opened();
    await write(known);
    expect(opened()).toBe(before + 1);
    expect(readDocument(await readFromServer(url(known), 'tls'))).toHaveLength(commits.length);
  });

  it('loses what was taken back here, and what somebody no longer agrees to', async () => {
    const desk = new DeskOfPaper({ name: 'Satakunta' });
    const fields = { firstName: 'Siiri', email: 'siiri@example.org', consentContact: true };
    const siiri = idOf(desk.must({ type: 'participant.add', fields }), 'participant.added');
    desk.person('Turha');
    const now = NOW;
    await writeToServer(server.url(), renamed(desk.commits, 'back'), { now });
    desk.must({ type: 'undo' });
    desk.must({ type: 'participant.edit', who: siiri, fields: { consentContact: false } });
    await writeToServer(server.url(), renamed(desk.commits, 'back'), { now });
    const left = await server.ask(
      "SELECT first_name, email FROM nuija.participants WHERE event_id = 'back'",
    );
    expect(left).toEqual([{ first_name: 'Siiri', email: null }]);
    const [told] = await server.ask(
      "SELECT count(*)::int AS n FROM nuija.facts WHERE event_id = 'back' AND fact::text LIKE '%siiri@%'",
    );
    expect(told).toEqual({ n: 0 });
    // A desk that knows less than the server would leave a mixture behind.
    const fewer = renamed(desk.commits.slice(0, -1), 'back');
    expect(await codeOf(writeToServer(server.url(), fewer, { now }))).toBe('postgres.otherFacts');
  });

  it('is brought up to date where it is older, and left alone where it is newer', async () => {
    await server.ask('DROP SCHEMA IF EXISTS nuija CASCADE');
    await onServer(server.url(), (client) => migrate(client, 1));
    expect(await server.ask("SELECT to_regclass('nuija.feedback') AS there")).toEqual([
      { there: null },
    ]);
    const { commits } = day();
    await writeToServer(server.url(), commits, { now: NOW });
    expect(await server.ask('SELECT version FROM nuija.schema_version')).toEqual([
      { version: SCHEMA_VERSION },
    ]);
    await server.ask('UPDATE nuija.schema_version SET version = 99');
    const before = await rowsIn('event');
    expect(await codeOf(writeToServer(server.url(), commits, { now: NOW }))).toBe('postgres.newer');
    expect(await codeOf(readFromServer(server.url(), 'event'))).toBe('postgres.newer');
    expect(await rowsIn('event')).toEqual(before);
    await server.ask('DROP SCHEMA nuija CASCADE');
  });

  it('gives the whole event back to another laptop, by the verbs of the command line', async () => {
    const laptop = async () => {
      const folder = mkdtempSync(join(tmpdir(), 'nuija-pg-desk-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const desk = await openDeskOn(folder);
      onTestFinished(() => desk.close());
      return desk;
    };
    const [one, other] = [await laptop(), await laptop()];
    const typed = (desk: typeof one, verb: Verb, args: readonly string[]) =>
      verb.run({
        words: readWords(args, verb.options),
        dataFolder: '',
        json: true,
        desk: async () => ({ ask: desk.ask, inOrder: true }),
        say: () => {},
        complain: () => {},
      });
    const { event } = await one.ask('events.create', {
      details: { name: 'Pohjanmaa', date: '2026-03-18' },
      template: 'soteuttamo',
    });
    const fields = { firstName: 'Aino', email: 'aino@example.org', consentContact: true };
    await one.ask('event.command', {
      event,
      ask: { command: { type: 'participant.add', fields, walkIn: true, checkIn: true } },
    });
    const said = await typed(one, exportVerb, ['--event', event, '--to', server.url('salainen')]);
    expect(JSON.stringify(said)).not.toContain('salainen');
    expect(said?.json).toMatchObject({ event, schema: SCHEMA_VERSION });
    await typed(other, receive, ['--event', event, '--from', server.url()]);
    const stateOf = async (desk: typeof one) => (await desk.ask('event.state', { event })).state;
    expect(await stateOf(other)).toEqual(await stateOf(one));
    const twice = typed(other, receive, ['--event', event, '--from', server.url()]);
    expect(await codeOf(twice)).toBe('event.exists');
    const unknown = typed(other, receive, ['--event', 'nobody', '--from', server.url()]);
    expect(await codeOf(unknown)).toBe('postgres.unknown');
    const elsewhere = 'postgres://nuija:salainen@/postgres?host=/nowhere/at/all';
    const failed = typed(one, exportVerb, ['--event', event, '--to', elsewhere]);
    await expect(failed).rejects.toMatchObject({ code: 'postgres.failed' });
    await expect(failed).rejects.not.toThrow(/salainen/);
    await expect(typed(one, exportVerb, ['--event', event, '--to', 'x'])).rejects.toMatchObject({
      code: 'postgres.address',
    });
  });
});

/** The same history as another event: the desk of paper calls all of its own the same. */
function renamed(commits: DeskOfPaper['commits'], id: string): DeskOfPaper['commits'] {
  return commits.map((commit) => ({
    ...commit,
    facts: commit.facts.map((fact) =>
      fact.type === 'event.created' ? { ...fact, event: { ...fact.event, id } } : fact,
    ),
  }));
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { AskOf, LiveSignal } from '../../shared/contract';
import { verifyFolder } from '../store/verify';
import type { LocalDesk } from './desk';
import { openDeskOn } from './openDeskOn.fixture';

const QUICK = { N: 2 ** 10, r: 8, p: 1 };

async function laptop(name: string): Promise<{ desk: LocalDesk; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'nuija-merging-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const desk = await openDeskOn(folder, { desk: name, passphraseCost: QUICK });
  onTestFinished(() => desk.close());
  return { desk, folder };
}

type Command = AskOf<'event.command'>['ask']['command'];

const at = (desk: LocalDesk, event: string, command: Command) =>
  desk.ask('event.command', { event, ask: { command } });

const walkIn = (firstName: string): Command => ({
  type: 'participant.add',
  fields: { firstName },
  walkIn: true,
  checkIn: true,
});

const exported = async (desk: LocalDesk, event: string) =>
  (await desk.ask('export.make', { event, format: 'json' })).bytes;

const stateOf = async (desk: LocalDesk, event: string) =>
  (await desk.ask('event.state', { event })).state;

/** Two laptops of one event: both know Aino, then each has worked by itself. */
async function apart() {
  const [one, other] = [await laptop('Ovi'), await laptop('Sali')];
  const details = { name: 'Kainuu', date: '2026-03-18' };
  const { event } = await one.desk.ask('events.create', { details });
  await at(one.desk, event, { type: 'participant.add', fields: { firstName: 'Aino' } });
  await other.desk.ask('events.receive', { bytes: await exported(one.desk, event) });
  const [aino] = (await stateOf(one.desk, event)).participants;
  await at(one.desk, event, { type: 'participant.checkIn', who: aino?.id ?? '' });
  await at(one.desk, event, walkIn('Väinö'));
  await at(other.desk, event, { type: 'participant.checkIn', who: aino?.id ?? '' });
  await at(other.desk, event, walkIn('Siiri'));
  await at(other.desk, event, { type: 'feedback.give', answers: { usefulness: 4 } });
  return { one, other, event };
}

it('two laptops that worked apart come to the same state, whoever takes the other in', async () => {
  const { one, other, event } = await apart();
  const [theirs, ours] = [await exported(other.desk, event), await exported(one.desk, event)];
  const heard: LiveSignal[] = [];
  onTestFinished(one.desk.live(event, 'desk', (signal) => heard.push(signal)));

  const looked = await one.desk.ask('events.merge', { bytes: theirs, dryRun: true });
  expect(looked).toMatchObject({ event, received: false, before: null });
  expect((await stateOf(one.desk, event)).participants).toHaveLength(2);

  const merged = await one.desk.ask('events.merge', { bytes: theirs });
  expect(merged).toMatchObject({ added: looked.added, told: looked.told });
  expect(merged.told?.overruled).toMatchObject([{ kind: 'participant.checkIn', about: 'Aino' }]);
  await other.desk.ask('events.merge', { bytes: ours });
  const whole = await stateOf(one.desk, event);
  expect(await stateOf(other.desk, event)).toEqual(whole);
  expect(whole.participants.map(({ firstName }) => firstName).toSorted()).toEqual([
    'Aino',
    'Siiri',
    'Väinö',
  ]);
  expect(whole.feedback).toHaveLength(1);
  // Whoever had the event before them sees it whole at once.
  await expect
    .poll(() => heard.flatMap((one) => (one.type === 'state' ? one.state.participants.length : [])))
    .toEqual([2, 3]);

  // Once more is nothing more, and the other knows nothing that is not here.
  expect(await one.desk.ask('events.merge', { bytes: theirs })).toMatchObject({
    added: 0,
    before: null,
  });
  // Work goes on, and the files are sound.
  expect(await at(one.desk, event, walkIn('Onni'))).toMatchObject({ ok: true });
  await one.desk.ask('event.save', { event });
  expect((await verifyFolder(one.folder)).ok).toBe(true);
});

it('a merging can be taken back by restoring the backup that was made before it', async () => {
  const { one, other, event } = await apart();
  const was = await stateOf(one.desk, event);
  const { before } = await one.desk.ask('events.merge', {
    bytes: await exported(other.desk, event),
  });
  expect(before?.seq).toBe(was.seq);
  expect(await stateOf(one.desk, event)).not.toEqual(was);
  await one.desk.ask('backups.restore', { event, from: { name: before?.name ?? '' } });
  expect(await stateOf(one.desk, event)).toEqual(was);
});

it('an event with a passphrase is merged once it is open, and stays sealed', async () => {
  const { one, other, event } = await apart();
  const passphrase = 'Oulujoen suulla 18.3.';
  await one.desk.ask('event.setPassphrase', { event, passphrase });
  await one.desk.ask('event.lock', { event });
  const bytes = await exported(other.desk, event);
  await expect(one.desk.ask('events.merge', { bytes })).rejects.toMatchObject({
    code: 'seal.locked',
  });
  await one.desk.ask('event.unlock', { event, passphrase });
  await one.desk.ask('events.merge', { bytes });
  await one.desk.ask('event.lock', { event });
  await expect(one.desk.ask('event.state', { event })).rejects.toMatchObject({
    code: 'seal.locked',
  });
  await one.desk.ask('event.unlock', { event, passphrase });
  expect((await stateOf(one.desk, event)).participants).toHaveLength(3);
});

it('what was erased on either side stays erased, and another event of the same id is refused', async () => {
  const { one, other, event } = await apart();
  const whole = await exported(other.desk, event);
  const mixed = JSON.parse(Buffer.from(whole, 'base64').toString('utf8'));
  mixed.facts[0].id = '01AAAAAAAAAAAAAAAAAAAAAAAA';
  const bytes = Buffer.from(JSON.stringify(mixed)).toString('base64');
  const codeOf = async (given: string) =>
    one.desk.ask('events.merge', { bytes: given }).then(
      () => '',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
  expect(await codeOf(bytes)).toBe('merge.apart');
  mixed.facts = JSON.parse(Buffer.from(whole, 'base64').toString('utf8')).facts;
  mixed.facts[1].at += 1;
  const bent = Buffer.from(JSON.stringify(mixed)).toString('base64');
  expect(await codeOf(bent)).toBe('merge.contradicts');

  await other.desk.ask('event.erase', { event, confirm: 'Kainuu' });
  expect(await codeOf(await exported(other.desk, event))).toBe('merge.erasedThere');
  const before = await stateOf(one.desk, event);
  expect(before.participants).toHaveLength(2);
  await one.desk.ask('event.erase', { event, confirm: 'Kainuu' });
  expect(await codeOf(whole)).toBe('merge.erasedHere');
});

it('an event that is not here comes in whole', async () => {
  const { one, event } = await apart();
  const third = await laptop('Kolmas');
  const bytes = await exported(one.desk, event);
  expect(await third.desk.ask('events.merge', { bytes, dryRun: true })).toMatchObject({
    received: true,
  });
  expect(await third.desk.ask('events.list', {})).toEqual([]);
  await third.desk.ask('events.merge', { bytes });
  expect(await stateOf(third.desk, event)).toEqual(await stateOf(one.desk, event));
});

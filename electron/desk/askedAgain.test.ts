import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { expect, onTestFinished, test } from 'vitest';
import { openDeskOn } from './openDeskOn.fixture';

test('a command asked again after a restart is done once, however many others came between', async () => {
  const data = mkdtempSync(join(tmpdir(), 'nuija-again-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const desk = await openDeskOn(data);
  const details = { name: 'Toisto', date: '2027-03-27' };
  const { event } = await desk.ask('events.create', { details });
  const add = (lastName: string) => ({
    id: ulid(),
    command: { type: 'participant.add' as const, fields: { lastName } },
  });
  const first = add('Kerran');
  const answer = await desk.ask('event.command', { event, ask: first });
  for (let at = 0; at < 60; at++) {
    await desk.ask('event.command', { event, ask: add(`Muu ${at}`) });
  }
  await desk.close();

  const again = await openDeskOn(data);
  expect(await again.ask('event.command', { event, ask: first })).toMatchObject({
    ok: true,
    seq: answer.ok ? answer.seq : 0,
    cmd: first.id,
  });
  const { state } = await again.ask('event.state', { event });
  expect(state.participants.filter(({ lastName }) => lastName === 'Kerran')).toHaveLength(1);
  await again.close();
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Command } from '../../shared/commands/command';
import { openDesk } from './desk';

const open = (dataFolder: string) =>
  openDesk({
    dataFolder,
    desk: 'tiski',
    host: 'memory',
    version: '0.0.0',
    stage: { displays: async () => [], open: async () => ({ opened: false, url: '' }) },
    log: () => {},
  });

/** A desk with one event, at which any number of receptions ask. */
async function atOneDesk() {
  const data = mkdtempSync(join(tmpdir(), 'nuija-receptions-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  let desk = await open(data);
  const { event } = await desk.ask('events.create', {
    details: { name: 'Kaksi vastaanottoa', date: '2027-03-27' },
  });
  const ask = (command: Command) =>
    desk.ask('event.command', { event, ask: { id: ulid(), command } });
  const state = async () => (await desk.ask('event.state', { event })).state;
  const person = async (lastName: string) => {
    const outcome = await ask({ type: 'participant.add', fields: { lastName } });
    return (outcome.ok && outcome.participant?.id) || '';
  };
  const restart = async () => {
    await desk.close();
    desk = await open(data);
  };
  onTestFinished(() => desk.close());
  return { ask, state, person, restart };
}

describe('two receptions at one desk', () => {
  it('let in the same person at the same moment once, and the second hears since when', async () => {
    const { ask, state, person } = await atOneDesk();
    const who = await person('Hakala');
    const checkIn = { type: 'participant.checkIn', who } as const;
    const [first, second] = await Promise.all([ask(checkIn), ask(checkIn)]);
    expect(first).toMatchObject({ ok: true, status: 'valid' });
    const { participants } = await state();
    expect(second).toMatchObject({
      ok: false,
      status: 'used',
      params: { at: participants[0]?.checkedInAt, desk: 'tiski' },
    });
  });

  it('go on with a record that the other has put into another one', async () => {
    const { ask, state, person } = await atOneDesk();
    const kept = await person('Hakala');
    const other = await person('Hakkala');
    await ask({ type: 'participant.merge', who: kept, other });
    const fields = { phone: '040 1' };
    expect(await ask({ type: 'participant.edit', who: other, fields })).toMatchObject({ ok: true });
    const again = await ask({ type: 'participant.merge', who: kept, other });
    expect(again).toMatchObject({ ok: false, code: 'participant.sameRecord' });
    expect((await state()).participants).toMatchObject([{ id: kept, phone: '040 1' }]);
  });

  it('undo one deed once, and never over what the other did since', async () => {
    const { ask, state, person } = await atOneDesk();
    const who = await person('Hakala');
    await ask({ type: 'participant.checkIn', who });
    const [entry] = (await state()).recent.slice(-1);
    const undo = { type: 'undo', of: entry?.cmd ?? '' } as const;
    const answers = await Promise.all([ask(undo), ask(undo)]);
    expect(answers).toMatchObject([{ ok: true }, { ok: false, code: 'undo.already' }]);

    await ask({ type: 'participant.checkIn', who });
    const [arrival] = (await state()).recent.slice(-1);
    await ask({ type: 'participant.leave', who });
    const late = await ask({ type: 'undo', of: arrival?.cmd ?? '' });
    expect(late).toMatchObject({ ok: false, code: 'undo.changedSince' });
    expect((await state()).participants).toMatchObject([{ status: 'left' }]);
  });
});

describe('after a restart', () => {
  it('the last ten deeds can each be undone', async () => {
    const { ask, state, person, restart } = await atOneDesk();
    for (let at = 0; at < 12; at++) await person(`Kävijä ${at}`);
    await restart();
    const { recent } = await state();
    expect(recent.length).toBeGreaterThanOrEqual(10);
    for (const { cmd } of recent.slice(-10).toReversed()) {
      expect(await ask({ type: 'undo', of: cmd })).toMatchObject({ ok: true });
    }
    expect((await state()).participants).toHaveLength(2);
  });

  it('a closed event is still closed, and can be opened again', async () => {
    const { ask, person, restart } = await atOneDesk();
    const who = await person('Hakala');
    await ask({ type: 'event.close' });
    await restart();
    const checkIn = { type: 'participant.checkIn', who } as const;
    expect(await ask(checkIn)).toMatchObject({ ok: false, code: 'event.closed' });
    expect(await ask({ type: 'event.reopen' })).toMatchObject({ ok: true });
    expect(await ask(checkIn)).toMatchObject({ ok: true, status: 'valid' });
  });

  it('what is asked at check-in is still asked', async () => {
    const { ask, state, restart } = await atOneDesk();
    await ask({ type: 'event.edit', fields: { askAtCheckIn: ['phone', 'consentPhoto'] } });
    await restart();
    expect((await state()).event.askAtCheckIn).toEqual(['phone', 'consentPhoto']);
  });
});

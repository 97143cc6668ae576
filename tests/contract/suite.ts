import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeskError } from '../../shared/contract';
import type { CustomSize } from '../../shared/badges/customLayout';
import type { Desk, LiveSignal, Outcome } from '../../shared/contract';
import type { Command } from '../../shared/commands/command';

/** A desk behind one of the transports, on an empty data folder. */
export interface Reached {
  desk: Desk;
  close(): Promise<void>;
}

/** What every transport has to keep; run once for each of them. */
export function contractSuite(transport: string, reach: () => Promise<Reached>): void {
  describe(`the contract over ${transport}`, () => {
    let reached: Reached;
    let desk: Desk;
    let event: string;

    beforeAll(async () => {
      reached = await reach();
      ({ desk } = reached);
      ({ event } = await desk.ask('events.demo', {}));
    });
    afterAll(() => reached.close());

    const command = (asked: Command, id?: string) =>
      desk.ask('event.command', { event, ask: { command: asked, ...(id ? { id } : {}) } });
    const someone = async () => {
      const { state } = await desk.ask('event.state', { event });
      const person = state.participants.find((one) => one.status === 'expected');
      if (!person) throw new Error('nobody is expected any more');
      return person;
    };

    it('lists the sample event with its people', async () => {
      const [listed] = await desk.ask('events.list', {});
      expect(listed).toMatchObject({ id: event, present: 0 });
      expect(listed?.participants).toBeGreaterThan(30);
    });

    it('checks a person in by code and answers with the time and the sequence number', async () => {
      const person = await someone();
      const before = (await desk.ask('event.state', { event })).state.seq;
      const outcome = await command({ type: 'participant.checkIn', who: person.code });
      expect(outcome).toMatchObject({ ok: true, status: 'valid', seq: before + 1 });
      expect(outcome.ok && outcome.participant?.checkedInAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    });

    it('refuses a second check-in with the first one’s time, in words', async () => {
      const person = await someone();
      await command({ type: 'participant.checkIn', who: person.id });
      const again = await command({ type: 'participant.checkIn', who: person.id });
      expect(again).toMatchObject({ ok: false, status: 'used', code: 'participant.used' });
      const reason = again.ok ? '' : again.reason;
      expect(reason).toMatch(/\d{1,2}[.:]\d{2}/);
      expect(reason).not.toContain('{{');
    });

    it('carries out a command once, however often it is asked with the same id', async () => {
      const id = '01K9ZZZZZZZZZZZZZZZZZZZZZZ';
      const add: Command = {
        type: 'participant.add',
        fields: { firstName: 'Kerran', lastName: 'Malli' },
      };
      const first = await command(add, id);
      const second = await command(add, id);
      expect(second).toEqual(first);
      const { state } = await desk.ask('event.state', { event });
      expect(state.participants.filter((one) => one.firstName === 'Kerran')).toHaveLength(1);
    });

    it('undoes the last command', async () => {
      const person = await someone();
      const done = await command({ type: 'participant.checkIn', who: person.id });
      await command({ type: 'undo', of: done.ok ? done.cmd : '' });
      const { state } = await desk.ask('event.state', { event });
      const after = state.participants.find((one) => one.id === person.id);
      expect(after).toMatchObject({ status: 'expected', checkedInAt: null, checkedInDesk: '' });
    });

    it('answers an unknown event with an error that says so', async () => {
      const asked = desk.ask('event.state', { event: '01ARZ3NDEKTSV4RRFFQ69G5FAV' });
      await expect(asked).rejects.toBeInstanceOf(DeskError);
      await expect(asked).rejects.toMatchObject({ code: 'event.unknown' });
    });

    it('refuses a malformed payload by naming what is wrong, and changes nothing', async () => {
      const { state } = await desk.ask('event.state', { event });
      // @ is what a screen of another version, or a stranger, might send
      const strange: unknown = { type: 'participant.checkIn', nobody: 1 };
      const asked = desk.ask('event.command', { event, ask: { command: strange as Command } });
      await expect(asked).rejects.toMatchObject({ code: 'ask.malformed' });
      expect((await desk.ask('event.state', { event })).state.seq).toBe(state.seq);
    });

    it('tells a listener the state at once and then each commit, in order and without gaps', async () => {
      const signals: LiveSignal[] = [];
      const stop = desk.live(event, 'desk', (signal) => signals.push(signal));
      await until(() => signals.some((one) => one.type === 'state'));
      const outcomes: Outcome[] = [];
      for (const lastName of ['Yksi', 'Kaksi', 'Kolme']) {
        outcomes.push(await command({ type: 'participant.add', fields: { lastName } }));
      }
      await until(() => signals.filter((one) => one.type === 'commit').length === 3);
      stop();
      const state = signals.find((one) => one.type === 'state');
      const commits = signals.flatMap((one) => (one.type === 'commit' ? [one.commit] : []));
      const from = state?.type === 'state' ? state.state.seq : 0;
      expect(commits.map((one) => one.seq)).toEqual([from + 1, from + 2, from + 3]);
      expect(outcomes.map((one) => one.ok && one.seq)).toEqual([from + 1, from + 2, from + 3]);
    });

    it('tells a stage screen the projection and nothing about participants', async () => {
      const signals: LiveSignal[] = [];
      const stop = desk.live(event, 'stage', (signal) => signals.push(signal));
      await until(() => signals.some((one) => one.type === 'stage'));
      await command({ type: 'stage.message', text: 'Kaksi minuuttia' });
      await until(() => JSON.stringify(signals).includes('Kaksi minuuttia'));
      stop();
      const said = JSON.stringify(signals);
      expect(said).not.toContain('malli.example');
      expect(said).not.toContain('mikrofonitestiin');
      expect(signals.every((one) => one.type === 'stage' || one.type === 'alive')).toBe(true);
    });

    it('exports a table and takes the whole event back in elsewhere', async () => {
      const csv = await desk.ask('export.make', { event, format: 'csv' });
      const text = Buffer.from(csv.bytes, 'base64').toString('utf8');
      expect(text.charCodeAt(0)).toBe(0xfeff);
      expect(text).toContain('id;code;firstName;lastName');
      const json = await desk.ask('export.make', { event, format: 'json' });
      const again = desk.ask('events.receive', { bytes: json.bytes });
      await expect(again).rejects.toMatchObject({ code: 'event.exists' });
    });

    it('shows what a registration file would do before it does it', async () => {
      const source = {
        name: 'ilmoittautuneet.csv',
        text: 'Etunimi;Sukunimi;Sähköposti\nUusi;Kokeilija;uusi.kokeilija@malli.example\n',
      };
      const before = (await desk.ask('event.state', { event })).state.participants.length;
      const preview = await desk.ask('import.preview', { event, source });
      expect(preview.plan.added).toHaveLength(1);
      const between = (await desk.ask('event.state', { event })).state.participants.length;
      expect(between).toBe(before);
      await desk.ask('import.apply', { event, source });
      const after = (await desk.ask('event.state', { event })).state.participants.length;
      expect(after).toBe(before + 1);
    });

    it('makes a backup, lists it, and brings the event back to it and forth again', async () => {
      const made = await desk.ask('backups.make', { event });
      const { backups } = await desk.ask('backups.list', { event });
      expect(backups).toContainEqual(made);
      expect(made).toMatchObject({ why: 'asked', sealed: false, flaw: null });
      await command({ type: 'participant.add', fields: { lastName: 'Ylimääräinen' } });
      const { seq } = (await desk.ask('event.state', { event })).state;
      const there = async () => {
        const { state } = await desk.ask('event.state', { event });
        return state.participants.some((one) => one.lastName === 'Ylimääräinen');
      };
      const { before } = await desk.ask('backups.restore', { event, from: { name: made.name } });
      expect(await there()).toBe(false);
      expect(before).toMatchObject({ why: 'restore', seq });
      await desk.ask('backups.restore', { event, from: { name: before?.name ?? '' } });
      expect(await there()).toBe(true);
    });

    it('hands a backup out and never puts it over an event that is here', async () => {
      const { name, bytes } = await desk.ask('backups.read', { event });
      expect(name).toMatch(/\.nuija-backup$/);
      const again = desk.ask('events.openBackup', { from: { bytes } });
      await expect(again).rejects.toMatchObject({ code: 'backup.hereSame' });
      const none = desk.ask('backups.restore', { event, from: { name: '../db.json' } });
      await expect(none).rejects.toMatchObject({ code: 'backup.missing' });
    });

    it('draws badges as a PDF', async () => {
      const person = await someone();
      const made = await desk.ask('badges.render', {
        event,
        who: [person.id],
        settings: { layout: 'label-62x100', language: 'fi' },
      });
      expect(made).toMatchObject({ badges: 1, of: 1, pages: 1, participants: [person.id] });
      expect(Buffer.from(made.pdf, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
    });

    it('draws the test sheet of a layout, says when a size cannot be, and knows of no job that is over', async () => {
      const label: CustomSize = {
        medium: [62, 100],
        badge: [100, 62],
        turn: 90,
        columns: 1,
        rows: 1,
        left: 0,
        top: 0,
        gutter: [0, 0],
      };
      const sheet = await desk.ask('badges.testSheet', {
        layout: 'custom',
        custom: label,
        offset: [1, -0.5],
      });
      expect(sheet.pages).toBe(1);
      expect(Buffer.from(sheet.pdf, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
      const two = desk.ask('badges.testSheet', {
        layout: 'custom',
        custom: { ...label, columns: 2 },
      });
      await expect(two).rejects.toMatchObject({ code: 'badges.size.too-wide' });
      expect(await desk.ask('badges.progress', { job: 'kyltit' })).toEqual({ done: 0, of: 0 });
      expect(await desk.ask('badges.cancel', { job: 'kyltit' })).toEqual({ cancelled: false });
    });

    it('draws the first badges alone, tells what they look like, and lists everybody for the door', async () => {
      const settings = { layout: 'a4-90x55' };
      const some = await desk.ask('badges.render', { event, who: 'all', settings, first: 2 });
      expect(some).toMatchObject({ badges: 2, pages: 1 });
      expect(some.of).toBeGreaterThan(2);
      const { design, layout, logo } = await desk.ask('badges.design', { event });
      expect({ layout, logo }).toEqual({ layout: 'a4-90x55', logo: '' });
      expect(design.elements.some(({ element }) => element === 'qr')).toBe(true);
      const list = await desk.ask('badges.document', { event, kind: 'door-list', language: 'sv' });
      expect(list.count).toBe(some.of);
      expect(Buffer.from(list.pdf, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
    });

    it('draws the run sheet as a PDF, and gives the programme out to be copied', async () => {
      const { sessions } = await desk.ask('programme.read', { event });
      const titles = sessions.map((one) => one.title);
      const copied = await command({ type: 'programme.add', sessions });
      expect(copied.ok).toBe(true);
      const after = await desk.ask('programme.read', { event });
      expect(after.sessions.map((one) => one.title).toSorted()).toEqual(
        [...titles, ...titles].toSorted(),
      );
      for (const kind of ['plan', 'actual'] as const) {
        const made = await desk.ask('reports.runSheet', { event, language: 'sv', kind });
        expect(made.pages).toBeGreaterThan(0);
        expect(Buffer.from(made.pdf, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
      }
    });
  });
}

/** Waits for something that arrives by itself; a minute at most, for a machine that is busy. */
async function until(so: () => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!so()) {
    if (Date.now() > end) throw new Error('it did not come within a minute');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

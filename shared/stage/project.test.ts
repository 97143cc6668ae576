import { describe, expect, it } from 'vitest';
import { MODERATOR, AUDIENCE } from '../model/mark';
import { EMPTY_PANEL } from '../model/session';
import { MINUTE } from '../model/units';
import { at, DeskOfPaper, seatsOf } from '../testing/deskOfPaper';
import { inRoom, stageView } from './project';
import { stageViewSchema } from './view';

/** A day with a running panel of three, and a talk after it, in which everything is said that must not get out. */
function fullDay() {
  const desk = new DeskOfPaper({
    name: 'Soteuttamo',
    contacts: [{ name: 'SALAINEN yhteyshenkilö', details: 'SALAINEN 040' }],
    organisers: ['SALAINEN järjestäjä'],
    importMapping: { SALAINEN: 'phone' },
  });
  const fields = {
    firstName: 'SALAINEN',
    lastName: 'SALAINEN',
    email: 'SALAINEN@example.fi',
    phone: 'SALAINEN',
    organisation: 'SALAINEN',
    title: 'SALAINEN',
    diet: 'SALAINEN',
    notes: 'SALAINEN',
    offers: ['SALAINEN'],
    needs: ['SALAINEN'],
    externalId: 'SALAINEN',
    answers: { SALAINEN: 'SALAINEN' },
  };
  desk.must({ type: 'participant.add', fields, checkIn: true });
  const [person] = [...desk.state.participants];
  const seats = seatsOf(3).map((seat, n) => ({
    ...seat,
    id: `SALAINEN${n}`,
    participant: person?.id ?? '',
    organisation: 'Kotihoiva',
    weight: 7.125,
  }));
  const panel = { ...EMPTY_PANEL, seats, moderator: 'Puhe Johtaja', reserveMs: 1_234_567 };
  const session = desk.session({
    kind: 'panel',
    title: 'Rahoitus',
    plannedStart: 600,
    plannedMs: 60 * MINUTE,
    panel,
  });
  const talk = desk.session({
    title: 'Päätös',
    speakers: [{ name: 'Päätös Puhuja', title: 'Johtaja' }],
    plannedStart: 660,
    plannedMs: 15 * MINUTE,
  });
  desk.now = at(605);
  const seat = (n: number) => seats[n]?.id ?? '';
  return { desk, session, talk, seat, person };
}

describe('the view of a stage screen', () => {
  it('holds nothing of participants and nothing that the moderator keeps to themselves', () => {
    const { desk, session, seat, person } = fullDay();
    const views = [stageView(desk.state, desk.now)];
    for (const n of [0, 1, 2]) {
      desk.must({ type: 'floor.give', session, speaker: seat(n) });
      desk.pass(61_003);
      desk.must({ type: 'hand.raise', session, seat: seat((n + 1) % 3) });
      views.push(stageView(desk.state, desk.now));
    }
    desk.must({ type: 'floor.pause', session });
    views.push(stageView(desk.state, desk.now));
    for (const view of views) {
      const text = JSON.stringify(view);
      for (const secret of [
        'SALAINEN',
        person?.id,
        person?.code,
        '7.125',
        '1234567',
        'spoken',
        'hands',
      ]) {
        expect(text).not.toContain(secret);
      }
      expect(Object.keys(view).toSorted()).toEqual(Object.keys(stageViewSchema.shape).toSorted());
      expect(view).toEqual(stageViewSchema.parse(view));
    }
  });

  it('shows what comes next, with its planned and its projected start, before anything is on', () => {
    const { desk } = fullDay();
    const view = stageView(desk.state, desk.now);
    expect(view.now).toBeNull();
    expect(view.next).toMatchObject({ title: 'Rahoitus', planned: at(600), at: at(605) });
    expect(view.next?.speakers[0]).toEqual({ name: 'Panelisti A', title: 'Kotihoiva' });
    expect(view.finished).toBe(false);
  });

  it('shows who has the floor, since when and for how long', () => {
    const { desk, session, seat } = fullDay();
    desk.must({ type: 'floor.give', session, speaker: seat(1) });
    const since = desk.now;
    desk.pass(30_000);
    expect(stageView(desk.state, desk.now).now).toMatchObject({
      title: 'Rahoitus',
      startedAt: since,
      endsAt: at(660),
      floor: { who: 'seat', name: 'Panelisti B', since, limitMs: 120_000, paused: false },
    });
    desk.must({ type: 'floor.give', session, speaker: MODERATOR });
    expect(stageView(desk.state, desk.now).now?.floor).toMatchObject({
      who: 'moderator',
      name: 'Puhe Johtaja',
      limitMs: 0,
    });
    desk.must({ type: 'floor.give', session, speaker: AUDIENCE });
    expect(stageView(desk.state, desk.now).now?.floor).toMatchObject({ who: 'audience', name: '' });
  });

  it('shows a pause, and afterwards counts the turn on without it', () => {
    const { desk, session, seat } = fullDay();
    desk.must({ type: 'floor.give', session, speaker: seat(0) });
    desk.pass(30_000);
    desk.must({ type: 'floor.pause', session });
    desk.pass(10_000);
    expect(stageView(desk.state, desk.now).now?.floor).toMatchObject({
      who: 'nobody',
      paused: true,
      since: desk.now - 10_000,
    });
    desk.must({ type: 'floor.resume', session });
    desk.pass(5_000);
    expect(stageView(desk.state, desk.now).now?.floor).toMatchObject({
      who: 'seat',
      paused: false,
      since: desk.now - 35_000,
    });
  });

  it('shows silence before the first speaker as such, not as a pause', () => {
    const { desk, session } = fullDay();
    desk.must({ type: 'session.start', session });
    expect(stageView(desk.state, desk.now).now?.floor).toMatchObject({
      who: 'nobody',
      paused: false,
    });
  });

  it('goes on to the next session, and says when all is over', () => {
    const { desk, session, talk } = fullDay();
    desk.must({ type: 'session.start', session });
    desk.must({ type: 'session.start', session: talk });
    expect(stageView(desk.state, desk.now)).toMatchObject({
      now: { title: 'Päätös', floor: null, endsAt: desk.now + 15 * MINUTE },
      next: null,
      finished: false,
    });
    desk.must({ type: 'session.end', session: talk });
    expect(stageView(desk.state, desk.now)).toMatchObject({
      now: null,
      next: null,
      finished: true,
    });
  });

  it('tells what comes after the next, in order of its start, but not the whole day', () => {
    const desk = new DeskOfPaper();
    for (let n = 0; n < 8; n++) {
      desk.session({ title: `Osa ${n}`, plannedStart: 600 + n * 15, plannedMs: 15 * MINUTE });
    }
    const { next, later } = stageView(desk.state, desk.now);
    expect(next?.title).toBe('Osa 0');
    expect(later.map(({ title, at: from }) => [title, from])).toEqual(
      [1, 2, 3, 4].map((n) => [`Osa ${n}`, at(600 + n * 15)]),
    );
  });

  it('warns as the panel has set it', () => {
    const { desk, session, seat } = fullDay();
    desk.must({ type: 'floor.give', session, speaker: seat(0) });
    const warnings = () => stageView(desk.state, desk.now).now?.floor?.warnings;
    expect(warnings()).toEqual({ first: 30_000, second: 0 });
    const warnMs = { first: 60_000, second: 15_000 };
    desk.must({ type: 'panel.edit', session, fields: { warnMs } });
    expect(warnings()).toEqual(warnMs);
  });

  it('is of one room when a room is asked for, with what all rooms share', () => {
    const desk = new DeskOfPaper();
    const salo = desk.session({ title: 'Sali', room: 'Sali' });
    const kabinetti = desk.session({ title: 'Kabinetti', room: 'Kabinetti' });
    desk.must({ type: 'session.start', session: salo });
    desk.pass(1_000);
    desk.must({ type: 'session.start', session: kabinetti });
    const shown = (room: string) => inRoom(stageView(desk.state, desk.now), room);
    const titles = () => ['', 'Sali', 'Kabinetti', 'Aula'].map((room) => shown(room).now?.title);
    expect(titles()).toEqual(['Kabinetti', 'Sali', 'Kabinetti', 'Kabinetti']);
    desk.session({ title: 'Lounas', kind: 'break', plannedStart: 720 });
    for (const room of ['Sali', 'Kabinetti']) expect(shown(room).next?.title, room).toBe('Lounas');
    desk.must({ type: 'session.end', session: salo });
    expect(titles()).toEqual(['Kabinetti', undefined, 'Kabinetti', 'Kabinetti']);
    expect(stageViewSchema.parse(stageView(desk.state, desk.now)).rooms).toHaveLength(2);
  });

  it('tells of no rooms where there is but one', () => {
    const desk = new DeskOfPaper();
    desk.session({ title: 'Sali', room: 'Sali' });
    desk.session({ title: 'Lounas', kind: 'break', plannedStart: 720 });
    expect(stageView(desk.state, desk.now).rooms).toEqual([]);
  });

  it('carries the moderator’s message and the blackout', () => {
    const desk = new DeskOfPaper();
    expect(stageView(desk.state, desk.now)).toMatchObject({ message: null, blackout: false });
    desk.must({ type: 'stage.message', text: 'Lopettele', urgent: true });
    desk.must({ type: 'stage.blackout', on: true });
    expect(stageView(desk.state, desk.now)).toMatchObject({
      message: { text: 'Lopettele', urgent: true, at: desk.now },
      blackout: true,
      finished: false,
    });
  });
});

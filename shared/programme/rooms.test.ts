import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session, SessionDetails } from '../model/session';
import { MINUTE } from '../model/units';
import { at, DeskOfPaper } from '../testing/deskOfPaper';
import { runs } from '../testing/runs';
import { inOrder, isIn, roomsOf } from './order';
import { latenessNow, nextIn, project, runningIn } from './project';
import { replan } from './replan';
import type { Strategy } from './replan';
import { shortestOf } from './span';

const minuteOf = (instant: number) => (instant - at(0)) / MINUTE;

type Plan = Partial<SessionDetails> & { from: number; minutes: number };

/** A day of sessions that are named by their titles. */
function dayOf(plan: Record<string, Plan>) {
  const desk = new DeskOfPaper();
  const ids = new Map(
    Object.entries(plan).map(([title, { from, minutes, ...fields }]) => [
      title,
      desk.session({ title, ...fields, plannedStart: from, plannedMs: minutes * MINUTE }),
    ]),
  );
  const id = (title: string) => ids.get(title) ?? title;
  const start = (title: string, minute: number) => {
    desk.now = at(minute);
    desk.must({ type: 'session.start', session: id(title) });
  };
  const look = () =>
    project(desk.state, desk.now).map(
      (one) => `${one.session.title} ${minuteOf(one.projected.from)} ${one.phase}`,
    );
  const list = () =>
    inOrder(desk.state.sessions).map((one) => `${one.title} ${one.room} ${one.plannedStart}`);
  return { desk, id, start, look, list };
}

/** Two rooms with a lunch for everybody between. */
const twoRooms = () =>
  dayOf({
    avaus: { from: 540, minutes: 30 },
    a1: { from: 570, minutes: 60, room: 'A' },
    b1: { from: 570, minutes: 40, room: 'B' },
    lounas: { from: 640, minutes: 40, kind: 'break' },
    a2: { from: 680, minutes: 30, room: 'A' },
    b2: { from: 690, minutes: 30, room: 'B' },
  });

describe('rooms side by side', () => {
  it('are named once each, as they come; without any there is one', () => {
    expect(roomsOf(twoRooms().desk.state.sessions)).toEqual(['A', 'B']);
    expect(roomsOf(dayOf({ a: { from: 540, minutes: 10 } }).desk.state.sessions)).toEqual(['']);
  });

  it('do not wait for each other', () => {
    const { start, look } = twoRooms();
    start('avaus', 540);
    start('a1', 570);
    start('b1', 585);
    expect(look()).toEqual([
      'avaus 540 ended',
      'a1 570 running',
      'b1 585 running',
      'lounas 640 next',
      'a2 680 later',
      'b2 690 later',
    ]);
  });

  it('wait together for what they share, and are then late together', () => {
    const { desk, start, look } = twoRooms();
    start('avaus', 540);
    start('a1', 570);
    start('b1', 630);
    expect(look().slice(3)).toEqual(['lounas 670 next', 'a2 710 later', 'b2 710 later']);
    expect(latenessNow(desk.state, desk.now, 'A')).toBe(0);
    expect(latenessNow(desk.state, desk.now, 'B')).toBe(60 * MINUTE);
  });

  it('have each their own running and next session', () => {
    const { desk, start } = twoRooms();
    start('avaus', 540);
    const names = (room: string) => {
      const programme = project(desk.state, desk.now);
      return [runningIn(programme, room), nextIn(programme, room)].map((one) => one?.session.title);
    };
    expect(names('A')).toEqual(['avaus', 'a1']);
    expect(names('B')).toEqual(['avaus', 'b1']);
    start('b1', 572);
    expect(names('A')).toEqual([undefined, 'a1']);
    expect(names('B')).toEqual(['b1', 'lounas']);
  });

  it('end only their own session when another starts, and all when a shared one does', () => {
    const { desk, id, start } = twoRooms();
    start('a1', 570);
    start('b1', 575);
    const ended = (title: string) => desk.state.sessions.get(id(title))?.endedAt;
    expect(ended('a1')).toBeNull();
    start('lounas', 640);
    expect([ended('a1'), ended('b1')]).toEqual([at(640), at(640)]);
  });

  it('skip a shared session once every room that goes on has left it behind', () => {
    const { start, look } = twoRooms();
    start('avaus', 540);
    start('a1', 570);
    start('b2', 690);
    expect(look()[3]).toBe('lounas 690 next');
    start('a2', 691);
    expect(look()[3]).toBe('lounas 640 skipped');
  });
});

describe('re-planning with rooms', () => {
  it('shortens the shared break as the latest room needs, and nothing where no delay is', () => {
    const { desk, start, id } = twoRooms();
    start('avaus', 540);
    start('b1', 570);
    start('a1', 600);
    const { changes, rows } = replan(desk.state, 'shorten-breaks', desk.now);
    expect(changes).toEqual([
      { session: id('lounas'), fields: { plannedStart: 660, plannedMs: 20 * MINUTE } },
    ]);
    expect(rows.map((row) => [row.title, minuteOf(row.from)])).toEqual([
      ['lounas', 660],
      ['a2', 680],
      ['b2', 690],
    ]);
  });

  it('shifts one room without the other', () => {
    const { desk, start, id } = dayOf({
      a1: { from: 540, minutes: 30, room: 'A' },
      a2: { from: 570, minutes: 30, room: 'A' },
      b1: { from: 540, minutes: 30, room: 'B' },
      b2: { from: 570, minutes: 30, room: 'B' },
    });
    start('b1', 540);
    start('a1', 550);
    expect(replan(desk.state, 'shift', desk.now).changes).toEqual([
      { session: id('a2'), fields: { plannedStart: 580 } },
    ]);
  });
});

describe('a re-planning that changes nothing', () => {
  const because = (desk: DeskOfPaper) => replan(desk.state, 'shift', desk.now).because;

  it('says why', () => {
    const day = dayOf({
      a: { from: 540, minutes: 30 },
      b: { from: 570, minutes: 30, fixed: true },
      c: { from: 600, minutes: 30 },
    });
    expect(because(day.desk)).toBe('onTime');
    day.start('a', 545);
    expect(because(day.desk)).toBe('onTime');
    day.desk.must({ type: 'session.remove', session: day.id('c') });
    day.desk.now = at(580);
    expect(because(day.desk)).toBe('fixed');
    day.start('b', 580);
    expect(because(day.desk)).toBe('done');
  });

  it('says so where sessions would have to begin after the next day', () => {
    const { desk } = dayOf({
      a: { from: 2_800, minutes: 60 },
      b: { from: 2_860, minutes: 60 },
    });
    desk.now = at(2_870);
    expect(because(desk)).toBe('tooLate');
    desk.now = at(2_881);
    expect(because(desk)).toBe('over');
  });

  it('is silent where something changes, and tells what still reaches into a fixed session', () => {
    const { desk, start } = dayOf({
      a: { from: 540, minutes: 30 },
      b: { from: 570, minutes: 30 },
      lounas: { from: 600, minutes: 30, fixed: true },
    });
    start('a', 550);
    const { because: none, rows } = replan(desk.state, 'shift', desk.now);
    expect(none).toBeNull();
    expect(rows.map((row) => [row.title, row.conflict / MINUTE])).toEqual([
      ['b', 0],
      ['lounas', 10],
    ]);
  });
});

describe('moving with rooms', () => {
  it('leaves what everybody shares where it is', () => {
    const { desk, id, list } = twoRooms();
    desk.must({ type: 'session.move', session: id('b2'), before: id('b1') });
    expect(list()).toEqual([
      'avaus  540',
      'a1 A 570',
      'b2 B 570',
      'b1 B 600',
      'lounas  640',
      'a2 A 680',
    ]);
  });

  it('puts a session before what everybody shares right behind the one before it', () => {
    const { desk, id, list } = twoRooms();
    desk.must({ type: 'session.move', session: id('a2'), before: id('lounas') });
    expect(list()).toContain('a2 A 630');
    expect(list()).toContain('lounas  640');
  });

  it('takes a session into another room as one step, at its own time where that is free', () => {
    const { desk, id, list } = twoRooms();
    const before = list();
    desk.must({ type: 'session.move', session: id('b2'), before: null, room: 'A' });
    expect(list().slice(-2)).toEqual(['a2 A 680', 'b2 A 710']);
    desk.must({ type: 'undo' });
    expect(list()).toEqual(before);
    desk.must({ type: 'session.move', session: id('b1'), before: id('a1'), room: 'A' });
    expect(list().slice(0, 3)).toEqual(['avaus  540', 'b1 A 570', 'a1 A 610']);
  });

  it('moves a shared session in all rooms at once', () => {
    const { desk, id, list } = twoRooms();
    desk.must({ type: 'session.move', session: id('lounas'), before: id('a1') });
    const starts = new Map(list().map((one) => [one.split(' ')[0], Number(one.split(' ').at(-1))]));
    expect(starts.get('lounas')).toBe(570);
    for (const title of ['a1', 'b1']) expect(starts.get(title)).toBeGreaterThanOrEqual(610);
  });
});

const session = fc.record({
  gap: fc.nat(20),
  minutes: fc.integer({ min: 1, max: 40 }),
  room: fc.constantFrom('', 'A', 'B'),
  fixed: fc.boolean(),
  kind: fc.constantFrom<SessionDetails['kind']>('talk', 'break'),
});
const plans = fc.array(session, { minLength: 1, maxLength: 9 });
const STRATEGIES: Strategy[] = ['shift', 'shorten-breaks', 'shorten-rest'];

/** A day in which the sessions at these places have been started, in order, so many minutes late. */
function started(
  plan: ReadonlyArray<typeof session extends fc.Arbitrary<infer T> ? T : never>,
  late: number,
  many: number,
) {
  const desk = new DeskOfPaper();
  let from = 540;
  for (const { gap, minutes, ...fields } of plan) {
    desk.session({ ...fields, plannedStart: from + gap, plannedMs: minutes * MINUTE });
    from += gap + (fields.room === '' ? minutes : Math.floor(minutes / 2));
  }
  const sessions = inOrder(desk.state.sessions);
  for (const one of sessions.slice(0, many)) {
    desk.now = Math.max(desk.now, at(one.plannedStart + late));
    desk.must({ type: 'session.start', session: one.id });
  }
  return desk;
}

const only = (state: DeskOfPaper['state'], wanted: (one: Session) => boolean) => ({
  event: state.event,
  sessions: [...state.sessions].reduce(
    (kept, one) => (wanted(one) ? kept : kept.delete(one.id)),
    state.sessions,
  ),
});

describe('any day in two rooms', () => {
  it('is in each room what that room alone would be, but for shared sessions that wait for the other', () => {
    fc.assert(
      fc.property(plans, fc.nat(30), fc.nat(4), (plan, late, many) => {
        const { state, now } = started(plan, late, many);
        const all = new Map(project(state, now).map((one) => [one.session.id, one]));
        for (const room of roomsOf(state.sessions)) {
          const alone = project(
            only(state, (one) => isIn(one, room)),
            now,
          );
          for (const one of alone) {
            const together = all.get(one.session.id);
            if (!together || together.phase === 'skipped' || one.phase === 'skipped') return;
            if (one.session.room === '' && together.projected.from > one.projected.from) return;
            expect(together.projected).toEqual(one.projected);
            expect(together.lateness).toBe(one.lateness);
          }
        }
      }),
      runs(300),
    );
  });

  it('is never made longer by shortening, nor any session shorter than its shortest', () => {
    fc.assert(
      fc.property(plans, fc.nat(40), fc.nat(4), (plan, late, many) => {
        const { state, now } = started(plan, late, many);
        const shifted = replan(state, 'shift', now).end;
        for (const strategy of STRATEGIES) {
          const { changes, end, rows } = replan(state, strategy, now);
          expect(end).toBeLessThanOrEqual(shifted);
          for (const { session: id, fields } of changes) {
            const one = state.sessions.get(id);
            if (!one) throw new Error('a change of a session that is not there');
            expect(one.fixed || one.startedAt !== null).toBe(false);
            expect(fields.plannedMs ?? one.plannedMs).toBeGreaterThanOrEqual(shortestOf(one));
          }
          for (const row of rows) expect(row.from).toBeGreaterThanOrEqual(row.wasFrom);
        }
      }),
      runs(300),
    );
  });
});

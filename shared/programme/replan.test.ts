import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionDetails } from '../model/session';
import { MINUTE } from '../model/units';
import { at, DeskOfPaper } from '../testing/deskOfPaper';
import { runs } from '../testing/runs';
import { project } from './project';
import { replan } from './replan';
import type { Strategy } from './replan';
import { shortestOf } from './span';

const minuteOf = (instant: number) => (instant - at(0)) / MINUTE;

/** Sessions from 9.00 on, end to end unless said otherwise; the first one has begun `late` minutes late. */
function runningDay(late: number, ...plan: Array<Partial<SessionDetails> & { minutes: number }>) {
  const desk = new DeskOfPaper();
  let next = 540;
  const ids = plan.map(({ minutes, ...fields }, n) => {
    const plannedStart = fields.plannedStart ?? next;
    next = plannedStart + minutes;
    const plannedMs = minutes * MINUTE;
    return desk.session({ title: String(n), ...fields, plannedStart, plannedMs });
  });
  desk.now = at(540 + late);
  desk.must({ type: 'session.start', session: ids[0] ?? '' });
  const plan2 = (strategy: Strategy, drop?: number) =>
    replan(desk.state, strategy, desk.now, drop === undefined ? undefined : ids[drop]);
  const preview = (strategy: Strategy, drop?: number) =>
    plan2(strategy, drop).rows.map((row) => [row.title, minuteOf(row.from), minuteOf(row.to)]);
  const end = (strategy: Strategy, drop?: number) => minuteOf(plan2(strategy, drop).end);
  return { desk, ids, plan: plan2, preview, end };
}

describe('re-planning by shifting', () => {
  it('moves what has not begun, and lets gaps absorb', () => {
    const day = runningDay(
      10,
      { minutes: 30 },
      { minutes: 30 },
      { minutes: 30, plannedStart: 605 },
    );
    expect(day.preview('shift')).toEqual([
      ['1', 580, 610],
      ['2', 610, 640],
    ]);
    expect(day.end('shift')).toBe(640);
  });

  it('changes nothing when nothing is late', () => {
    const day = runningDay(0, { minutes: 30 }, { minutes: 30 });
    expect(day.plan('shift')).toMatchObject({ changes: [], dropped: [] });
    expect(day.desk.ask({ type: 'programme.replan', strategy: 'shift' }).refusal?.code).toBe(
      'replan.nothing',
    );
  });

  it('begins sessions at whole minutes, never before what runs is over', () => {
    const day = runningDay(10, { minutes: 30 }, { minutes: 30 });
    day.desk.now = at(600) + 20_500;
    expect(day.preview('shift')).toEqual([['1', 601, 631]]);
  });

  it('says what it was planned as', () => {
    const [row] = runningDay(10, { minutes: 30 }, { minutes: 30 }).plan('shift').rows;
    expect(row && [minuteOf(row.wasFrom), minuteOf(row.wasTo)]).toEqual([570, 600]);
  });
});

describe('re-planning past a fixed session', () => {
  it('puts a session after it that could not begin before it', () => {
    const day = runningDay(
      35,
      { minutes: 30 },
      { minutes: 30 },
      { minutes: 30, fixed: true },
      { minutes: 30 },
    );
    expect(day.preview('shift')).toEqual([
      ['2', 600, 630],
      ['1', 630, 660],
      ['3', 660, 690],
    ]);
  });
});

describe('re-planning by shortening', () => {
  const talks = [
    { minutes: 30 },
    { minutes: 20, kind: 'break' as const },
    { minutes: 60 },
    { minutes: 30, shortestMs: 25 * MINUTE },
  ];

  it('takes it from the breaks, so that the day ends in time', () => {
    const day = runningDay(10, ...talks);
    expect(day.preview('shorten-breaks')).toEqual([
      ['1', 580, 590],
      ['2', 590, 650],
      ['3', 650, 680],
    ]);
    expect(day.end('shorten-breaks')).toBe(680);
  });

  it('leaves a break five minutes, and what is left travels on', () => {
    expect(runningDay(25, ...talks).preview('shorten-breaks')).toEqual([
      ['1', 595, 600],
      ['2', 600, 660],
      ['3', 660, 690],
    ]);
  });

  it('takes it from everything in proportion to length, but no session below its shortest', () => {
    expect(runningDay(11, ...talks).preview('shorten-rest')).toEqual([
      ['1', 581, 599],
      ['2', 599, 653],
      ['3', 653, 680],
    ]);
    expect(runningDay(40, ...talks).preview('shorten-rest')).toEqual([
      ['1', 610, 621],
      ['2', 621, 655],
      ['3', 655, 680],
    ]);
  });

  it('ends before the fixed session that follows and leaves the afternoon alone', () => {
    const day = runningDay(
      10,
      { minutes: 30 },
      { minutes: 60 },
      { minutes: 45, fixed: true, kind: 'break' },
      { minutes: 60 },
    );
    expect(day.preview('shorten-rest')).toEqual([
      ['1', 580, 630],
      ['2', 630, 675],
      ['3', 675, 735],
    ]);
    expect(day.plan('shorten-rest').changes).toHaveLength(1);
    expect(day.plan('shorten-breaks').changes).toEqual([
      { session: day.ids[1], fields: { plannedStart: 580 } },
    ]);
  });

  it('takes no more than helps when a gap absorbs the rest', () => {
    const day = runningDay(
      20,
      { minutes: 30 },
      { minutes: 60 },
      { minutes: 60, plannedStart: 645 },
    );
    expect(day.preview('shorten-rest')).toEqual([
      ['1', 590, 647],
      ['2', 647, 705],
    ]);
  });
});

describe('re-planning a plan that overlaps itself', () => {
  it('takes each minute once, even where delay and overlap come together', () => {
    const day = runningDay(
      5,
      { minutes: 30 },
      { minutes: 60 },
      { minutes: 60 },
      { minutes: 45, fixed: true, plannedStart: 680 },
    );
    const preview = day.preview('shorten-rest');
    const length = ([, from, to]: Array<string | number>) => Number(to) - Number(from);
    expect(preview[0]?.[1]).toBe(575);
    expect(preview[1]?.[2]).toBe(680);
    expect(preview.slice(0, 2).reduce((sum, row) => sum + length(row), 0)).toBe(105);
  });
});

describe('re-planning by dropping', () => {
  it('leaves the session out and moves the rest no earlier than planned', () => {
    const day = runningDay(10, { minutes: 30 }, { minutes: 30 }, { minutes: 30 });
    expect(day.preview('drop', 1)).toEqual([['2', 600, 630]]);
    expect(day.plan('drop', 1).dropped).toEqual([day.ids[1]]);
    expect(day.end('drop', 2)).toBe(610);
  });

  it('drops nothing that has begun or is not known', () => {
    const day = runningDay(10, { minutes: 30 }, { minutes: 30 });
    expect(day.plan('drop', 0).dropped).toEqual([]);
    expect(day.plan('drop').dropped).toEqual([]);
  });
});

describe('any re-planning', () => {
  const session = fc.record({
    minutes: fc.integer({ min: 1, max: 90 }),
    gap: fc.integer({ min: -5, max: 20 }),
    fixed: fc.boolean(),
    kind: fc.constantFrom('talk' as const, 'break' as const, 'networking' as const),
    shortest: fc.integer({ min: 0, max: 60 }),
    room: fc.constantFrom('', '', 'Sali'),
  });
  const strategy = fc.constantFrom<Strategy>('shorten-breaks', 'shorten-rest', 'shift', 'drop');
  const arrange = (
    plan: ReadonlyArray<typeof session extends fc.Arbitrary<infer T> ? T : never>,
  ) => {
    let next = 540;
    return plan.map(({ gap, shortest, ...fields }) => {
      const plannedStart = next + gap;
      next = plannedStart + fields.minutes;
      return { ...fields, plannedStart, shortestMs: shortest * MINUTE };
    });
  };
  const plans = fc.array(session, { minLength: 1, maxLength: 9 });

  it('moves no fixed session, shortens none below its shortest and none more than once is needed', () => {
    fc.assert(
      fc.property(plans, strategy, fc.nat(80), fc.nat(9), (plan, chosen, late, drop) => {
        const day = runningDay(late, ...arrange(plan));
        const before = new Map([...day.desk.state.sessions].map((one) => [one.id, one]));
        const { changes, dropped, rows, end } = day.plan(chosen, drop);
        expect(day.plan('shift').end).toBeGreaterThanOrEqual(chosen.startsWith('sh') ? end : 0);
        for (const change of changes) {
          const one = before.get(change.session);
          if (!one) throw new Error('a change of a session that is not there');
          const length = change.fields.plannedMs ?? one.plannedMs;
          expect(one.fixed).toBe(false);
          expect(one.startedAt).toBeNull();
          expect(length).toBeGreaterThanOrEqual(shortestOf(one));
          expect(length).toBeLessThanOrEqual(one.plannedMs);
          expect(length % MINUTE).toBe(0);
          expect(change.fields.plannedStart ?? one.plannedStart).toBeGreaterThanOrEqual(
            one.plannedStart,
          );
          if (chosen === 'shift' || chosen === 'drop') expect(length).toBe(one.plannedMs);
          if (chosen === 'shorten-breaks' && one.kind !== 'break') {
            expect(length).toBe(one.plannedMs);
          }
        }
        if (changes.length + dropped.length === 0) return;
        const command = { type: 'programme.replan' as const, strategy: chosen };
        const left = day.ids[drop];
        day.desk.must(left === undefined ? command : { ...command, drop: left });
        const after = project(day.desk.state, day.desk.now);
        const ends = after.map((one) => one.projected.to);
        const isLate = after.some((one) => one.session.fixed && one.lateness > 0);
        if (!isLate) expect(Math.max(...ends)).toBe(end);
        for (const row of rows) {
          const one = after.find(({ session: { id } }) => id === row.session);
          expect([one?.planned.from, one?.planned.to]).toEqual([row.from, row.to]);
        }
      }),
      runs(200),
    );
  });

  it('is taken back whole by undo', () => {
    const day = runningDay(25, { minutes: 30 }, { minutes: 30 }, { minutes: 30 });
    const planned = () =>
      project(day.desk.state, day.desk.now).map((one) => [one.session.title, one.planned]);
    const before = planned();
    day.desk.must({ type: 'programme.replan', strategy: 'drop', drop: day.ids[1] });
    expect(planned()).not.toEqual(before);
    day.desk.must({ type: 'undo' });
    expect(planned()).toEqual(before);
  });

  it('offers nothing once the day is over', () => {
    const day = runningDay(25, { minutes: 30 }, { minutes: 30 });
    day.desk.now = at(5_000);
    expect(day.plan('shift')).toMatchObject({ changes: [], rows: [] });
  });
});

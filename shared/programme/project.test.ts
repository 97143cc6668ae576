import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_PANEL, NO_SESSION_DETAILS } from '../model/session';
import type { Session, SessionDetails } from '../model/session';
import { Table } from '../model/table';
import { EMPTY_STATE } from '../model/state';
import { MINUTE } from '../model/units';
import { at, DeskOfPaper, seatsOf, TEST_DAY, TEST_ZONE } from '../testing/deskOfPaper';
import { runs } from '../testing/runs';
import { latenessNow, project } from './project';
import type { Projection } from './project';

const minuteOf = (instant: number) => (instant - at(0)) / MINUTE;
const shown = (one: Projection) => [
  minuteOf(one.projected.from),
  minuteOf(one.projected.to),
  one.lateness / MINUTE,
  one.conflict / MINUTE,
  one.phase,
];

/** A day of talks of 30 minutes, from 9.00 on end to end unless said otherwise. */
function dayOfTalks(...talks: Array<Partial<SessionDetails>>) {
  const desk = new DeskOfPaper();
  const ids = talks.map((talk, n) =>
    desk.session({ plannedStart: 540 + n * 30, plannedMs: 30 * MINUTE, title: `${n}`, ...talk }),
  );
  const id = (n: number) => ids[n] ?? '';
  const look = () => project(desk.state, desk.now).map(shown);
  return { desk, id, look };
}

describe('the projection of a programme', () => {
  it('is the plan as long as the plan holds', () => {
    const { look } = dayOfTalks({}, {});
    expect(look()).toEqual([
      [540, 570, 0, 0, 'next'],
      [570, 600, 0, 0, 'later'],
    ]);
  });

  it('lets nothing begin before now, and carries that on', () => {
    const { desk, look } = dayOfTalks({}, {});
    desk.now = at(550);
    expect(look()).toEqual([
      [550, 580, 10, 0, 'next'],
      [580, 610, 10, 0, 'later'],
    ]);
  });

  it('lets a gap absorb delay', () => {
    const { desk, id, look } = dayOfTalks({}, { plannedStart: 575 }, { plannedStart: 620 });
    desk.now = at(550);
    desk.must({ type: 'session.start', session: id(0) });
    expect(look().map((one) => one[2])).toEqual([10, 5, 0]);
  });

  it('stops delay at a fixed session and shows the overlap as its conflict', () => {
    const { desk, id, look } = dayOfTalks({}, { fixed: true }, {});
    desk.now = at(552);
    desk.must({ type: 'session.start', session: id(0) });
    expect(look()).toEqual([
      [552, 582, 12, 0, 'running'],
      [570, 600, 0, 12, 'next'],
      [600, 630, 0, 0, 'later'],
    ]);
  });

  it('expects a running session to end after its length, or now when that has passed', () => {
    const { desk, id, look } = dayOfTalks({}, {});
    desk.now = at(540);
    desk.must({ type: 'session.start', session: id(0) });
    desk.now = at(560);
    expect(look()[0]).toEqual([540, 570, 0, 0, 'running']);
    desk.now = at(580);
    expect(look()).toEqual([
      [540, 580, 0, 0, 'running'],
      [580, 610, 10, 0, 'next'],
    ]);
  });

  it('expects a panel that holds its end to catch up', () => {
    const panel = { ...EMPTY_PANEL, seats: seatsOf(2) };
    const talks = [{ kind: 'panel' as const, panel }, {}];
    const { desk, id, look } = dayOfTalks(...talks);
    desk.now = at(550);
    expect(look().map((one) => one.slice(0, 2))).toEqual([
      [550, 570],
      [570, 600],
    ]);
    desk.must({ type: 'session.start', session: id(0) });
    expect(look().map((one) => one.slice(0, 2))).toEqual([
      [550, 570],
      [570, 600],
    ]);
    desk.now = at(573);
    expect(look().map((one) => one.slice(0, 2))).toEqual([
      [550, 573],
      [573, 603],
    ]);
  });

  it('never moves a session before its planned time when one ends early', () => {
    const { desk, id, look } = dayOfTalks({}, {});
    desk.now = at(535);
    desk.must({ type: 'session.start', session: id(0) });
    desk.now = at(550);
    desk.must({ type: 'session.end', session: id(0) });
    expect(look()).toEqual([
      [535, 550, -5, 0, 'ended'],
      [570, 600, 0, 0, 'next'],
    ]);
  });

  it('marks what was passed over as skipped', () => {
    const { desk, id, look } = dayOfTalks({}, {}, {});
    desk.now = at(560);
    desk.must({ type: 'session.start', session: id(1) });
    expect(look().map((one) => one[4])).toEqual(['skipped', 'running', 'next']);
    expect(look()[0]).toEqual([540, 570, 0, 0, 'skipped']);
  });

  it('keeps rooms apart', () => {
    const { desk, id, look } = dayOfTalks({ room: 'A' }, { room: 'B' }, { room: 'A' });
    desk.now = at(560);
    desk.must({ type: 'session.start', session: id(0) });
    expect(look()).toEqual([
      [560, 590, 20, 0, 'running'],
      [570, 600, 0, 0, 'next'],
      [600, 630, 0, 0, 'next'],
    ]);
  });

  it('shows what never began as it was planned once the day is over', () => {
    const { desk, look } = dayOfTalks({}, {});
    desk.now = at(10_000);
    expect(look().map((one) => one[2])).toEqual([0, 0]);
    expect(latenessNow(desk.state, desk.now)).toBe(0);
  });

  it('goes by the clock times of the day on which a rehearsal is held', () => {
    const { desk, id, look } = dayOfTalks({}, {});
    desk.now = at(545 - 7 * 1_440);
    desk.must({ type: 'session.start', session: id(0) });
    expect(look().map((one) => one[2])).toEqual([5, 5]);
    desk.now = at(500);
    desk.must({ type: 'undo' });
    expect(look().map((one) => one[2])).toEqual([0, 0]);
  });

  it('begins each session when a clock that ticks through the day would begin it', () => {
    fc.assert(
      fc.property(fc.array(planned, { minLength: 1, maxLength: 8 }), fc.nat(200), (plan, late) => {
        const sessions = plan.map(sessionOf);
        const event = { ...EMPTY_STATE.event, date: TEST_DAY, timeZone: TEST_ZONE };
        const table = Table.from(sessions.map((one) => [one.id, one]));
        const now = 540 + late;
        const found = project({ event, sessions: table }, at(now));
        const expected = tickThrough(sessions, now);
        expect(found.map((one) => [one.session.id, minuteOf(one.projected.from)])).toEqual(
          expected,
        );
      }),
      runs(500),
    );
  });
});

const planned = fc.record({
  start: fc.integer({ min: 540, max: 700 }),
  minutes: fc.integer({ min: 1, max: 60 }),
  fixed: fc.boolean(),
});

function sessionOf(
  { start, minutes, fixed }: { start: number; minutes: number; fixed: boolean },
  n: number,
): Session {
  const times = { plannedStart: start, plannedMs: minutes * MINUTE, fixed };
  const rest = { id: `s${n}`, order: n, startedAt: null, endedAt: null, edits: {} };
  return { ...NO_SESSION_DETAILS, ...times, ...rest };
}

/**
 * The day minute by minute: a fixed session begins at its minute; another one at the first minute
 * that is not before its planned one and at which all that stand before it are over.
 */
function tickThrough(sessions: readonly Session[], now: number): Array<[string, number]> {
  const line = sessions.toSorted((a, b) => a.plannedStart - b.plannedStart || a.order - b.order);
  const begun = new Map<Session, number>();
  const isOver = (one: Session, minute: number) =>
    (begun.get(one) ?? Infinity) + one.plannedMs / MINUTE <= minute;
  for (let minute = now; begun.size < line.length; minute++) {
    for (const [place, one] of line.entries()) {
      if (begun.has(one) || one.plannedStart > minute) continue;
      const mayBegin = one.fixed || line.slice(0, place).every((other) => isOver(other, minute));
      if (mayBegin) begun.set(one, minute);
    }
  }
  return line.map((one) => [one.id, begun.get(one) ?? NaN]);
}

describe('how late the day is', () => {
  it('is 0 for an empty programme and for a day that has not begun', () => {
    expect(latenessNow(new DeskOfPaper().state, at(500))).toBe(0);
    expect(latenessNow(dayOfTalks({}, {}).desk.state, at(500))).toBe(0);
  });

  it('follows the running session, then the next one, then how the last one ended', () => {
    const { desk, id } = dayOfTalks({}, { plannedStart: 575 });
    const late = () => latenessNow(desk.state, desk.now) / MINUTE;
    desk.now = at(552);
    desk.must({ type: 'session.start', session: id(0) });
    expect(late()).toBe(12);
    desk.now = at(590);
    expect(late()).toBe(20);
    desk.must({ type: 'session.end', session: id(0) });
    expect(late()).toBe(15);
    desk.must({ type: 'session.start', session: id(1) });
    desk.now = at(604);
    desk.must({ type: 'session.end', session: id(1) });
    expect(late()).toBe(-1);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../model/apportion';
import type { Panel } from '../model/session';
import { MINUTE } from '../model/units';
import { at, DeskOfPaper, seatsOf } from '../testing/deskOfPaper';
import { runs } from '../testing/runs';
import { balance } from './balance';
import { jainIndex } from './fairness';

function panelAt(minute: number, settings: Partial<Panel>, seats = 2) {
  const desk = new DeskOfPaper();
  desk.now = at(minute);
  const session = desk.panel(seats, settings, { plannedStart: 600, plannedMs: 60 * MINUTE });
  const look = () => {
    const panel = desk.state.sessions.get(session);
    if (!panel) throw new Error('no panel');
    return balance(desk.state, panel, desk.now);
  };
  const give = (speaker: string, ms: number) => {
    desk.must({ type: 'floor.give', session, speaker });
    desk.pass(ms);
  };
  return { desk, session, look, give };
}

describe('the length of a panel', () => {
  it.each([
    ['on time', 600, true, 60],
    ['ten minutes late and holding its end', 610, true, 50],
    ['ten minutes late and not holding it', 610, false, 60],
    ['five minutes early and holding its end', 595, true, 65],
    ['after its planned end, which cannot be held any more', 700, true, 60],
  ])('begun %s', (_, minute, holdEnd, minutes) => {
    const { look, give } = panelAt(minute, { holdEnd, reserveMs: 10 * MINUTE });
    give('a', 0);
    expect(look().lengthMs).toBe(minutes * MINUTE);
    expect(look().availableMs).toBe((minutes - 10) * MINUTE);
  });

  it('is the planned one before it begins', () => {
    expect(panelAt(630, { holdEnd: true }).look()).toMatchObject({
      lengthMs: 60 * MINUTE,
      panelMs: 0,
      current: null,
      jain: 1,
    });
  });
});

describe('the sharing of the time', () => {
  it('gives each seat available × weight / Σ weight, and nothing to one that was dropped', () => {
    const [a, b, c] = seatsOf(3);
    if (!a || !b || !c) throw new Error('no seats');
    const seats = [{ ...a, weight: 2 }, b, { ...c, dropped: true }];
    const { look } = panelAt(600, { seats, reserveMs: 15 * MINUTE });
    expect(look().perSeat.map((seat) => seat.budgetMs / MINUTE)).toEqual([30, 15, 0]);
  });

  it('adds up to what is available, in whole milliseconds, for any weights', () => {
    const weights = fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(fc.nat({ max: 40_000_000 }), weights, (total, list) => {
        const parts = apportion(total, list);
        expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        const sum = list.reduce((all, weight) => all + weight, 0);
        for (const [n, weight] of list.entries()) {
          expect(Math.abs((parts[n] ?? 0) - (total * weight) / sum)).toBeLessThan(1.001);
        }
      }),
      runs(100),
    );
  });

  it('gives the odd milliseconds to the largest remainders, the first of equals first', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(10, [3, 3, 1])).toEqual([4, 4, 2]);
    expect(apportion(5, [0, 0])).toEqual([0, 0]);
  });

  it('never gives a budget below nothing when the reserve is longer than the panel', () => {
    const { look, give } = panelAt(655, { reserveMs: 10 * MINUTE });
    give('a', MINUTE);
    expect(look()).toMatchObject({ lengthMs: 5 * MINUTE, availableMs: 0 });
    expect(look().perSeat.map((seat) => seat.budgetMs)).toEqual([0, 0]);
    expect(look().perSeat[0]).toMatchObject({ leftMs: -MINUTE, heard: null });
    expect(look().leastHeard).toBe('b');
  });

  it('lets left run below zero, and shares add up to one', () => {
    const { look, give } = panelAt(600, { reserveMs: 56 * MINUTE });
    give('a', 3 * MINUTE);
    give('b', MINUTE);
    expect(look().perSeat).toMatchObject([
      { spokenMs: 3 * MINUTE, budgetMs: 2 * MINUTE, leftMs: -MINUTE, share: 0.75, heard: 1.5 },
      { spokenMs: MINUTE, leftMs: MINUTE, share: 0.25, heard: 0.5 },
    ]);
  });

  it('takes moderator, audience and silence from the reserve, never from a panelist', () => {
    const { desk, session, look, give } = panelAt(600, { reserveMs: 10 * MINUTE });
    give('moderator', MINUTE);
    give('audience', 2 * MINUTE);
    desk.must({ type: 'floor.pause', session });
    desk.pass(3 * MINUTE);
    expect(look()).toMatchObject({
      moderatorMs: MINUTE,
      audienceMs: 2 * MINUTE,
      silenceMs: 3 * MINUTE,
      reserveLeftMs: 4 * MINUTE,
      paused: 'audience',
      current: null,
    });
    expect(look().perSeat.map((seat) => seat.leftMs)).toEqual([25 * MINUTE, 25 * MINUTE]);
  });
});

describe('the least heard', () => {
  it('is the first in seating order while nobody has spoken, and never the one speaking', () => {
    const { look, give } = panelAt(600, {}, 3);
    expect(look().leastHeard).toBe('a');
    give('a', 0);
    expect(look().leastHeard).toBe('b');
    give('b', MINUTE);
    give('c', MINUTE);
    expect(look().leastHeard).toBe('a');
  });

  it('goes by spoken against the budget, not by minutes', () => {
    const [a, b, c] = seatsOf(3);
    if (!a || !b || !c) throw new Error('no seats');
    const { look, give } = panelAt(600, { seats: [a, { ...b, weight: 4 }, c] });
    give('a', MINUTE);
    give('b', 2 * MINUTE);
    give('c', MINUTE);
    expect(look().leastHeard).toBe('b');
  });
});

describe('Jain’s index', () => {
  it.each([
    [[5, 5, 5], 1],
    [[9, 0, 0], 1 / 3],
    [[], 1],
    [[0, 0], 1],
    [[1, 2, 3], 36 / 42],
  ])('of %j is %d', (amounts, index) => {
    expect(jainIndex(amounts)).toBeCloseTo(index, 12);
  });

  it('of a panel is taken over spoken/weight', () => {
    const [a, b] = seatsOf(2);
    if (!a || !b) throw new Error('no seats');
    const { look, give } = panelAt(600, { seats: [{ ...a, weight: 2 }, b] });
    give('a', 2 * MINUTE);
    give('b', MINUTE);
    expect(look().jain).toBeCloseTo(1, 12);
    give('b', MINUTE);
    expect(look().jain).toBeCloseTo(9 / 10, 12);
  });
});

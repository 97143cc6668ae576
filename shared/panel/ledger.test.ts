import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../commands/command';
import { commitSchema } from '../facts/commit';
import { fold } from '../facts/fold';
import { AUDIENCE, MODERATOR, NOBODY } from '../model/mark';
import { EMPTY_STATE, stateToJson } from '../model/state';
import { DeskOfPaper, idOf } from '../testing/deskOfPaper';
import { runs } from '../testing/runs';
import { balance, panelTurns } from './balance';
import { turnAround, turnsOf, wholeTurns } from './ledger';
import { marksOf } from './marks';

const SPEAKERS = ['a', 'b', 'c', MODERATOR, AUDIENCE, NOBODY];

/** One thing a moderator may do; `mark` and `share` pick a mark and an instant from those there are. */
const step = fc.record({
  what: fc.constantFrom(
    'give',
    'pause',
    'resume',
    'pause',
    'resume',
    'giveTo',
    'startAt',
    'split',
    'join',
    'joinAs',
    'extend',
    'drop',
    'crash',
    'takeBack',
    'undo',
    'undoOlder',
    'end',
  ),
  speaker: fc.constantFrom(...SPEAKERS),
  mark: fc.nat({ max: 40 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  wait: fc.constantFrom(0, 1, 999, 17_003, 61_000),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function commandOf(desk: DeskOfPaper, session: string, one: Step): Command {
  const marks = marksOf(desk.state, session);
  const mark = marks[one.mark % Math.max(1, marks.length)]?.id ?? 'none';
  const { startedAt } = desk.state.sessions.get(session) ?? {};
  const from = startedAt ?? desk.now;
  const instant = Math.round(from + one.share * (desk.now - from));
  const { speaker } = one;
  switch (one.what) {
    case 'give':
      return { type: 'floor.give', session, speaker };
    case 'pause':
      return { type: 'floor.pause', session };
    case 'resume':
      return { type: 'floor.resume', session };
    case 'giveTo':
      return { type: 'turn.giveTo', mark, speaker };
    case 'startAt':
      return { type: 'turn.startAt', mark, at: instant };
    case 'split':
      return { type: 'turn.split', mark, at: instant, speaker };
    case 'takeBack':
      return { type: 'turn.takeBack', mark };
    case 'join':
      return { type: 'turn.join', mark };
    case 'joinAs':
      return { type: 'turn.join', mark, speaker };
    case 'extend':
      return { type: 'turn.extend', mark, ms: one.wait - 1_000 };
    case 'drop':
      return { type: 'seat.edit', session, seat: 'b', fields: { dropped: one.share < 0.5 } };
    case 'undo':
      return { type: 'undo' };
    case 'undoOlder':
      return { type: 'undo', of: desk.commits[one.mark % desk.commits.length]?.cmd ?? '' };
    default:
      return { type: 'session.end', session };
  }
}

/** The desk is killed and started again: all it has is what its journal held. */
function crash(desk: DeskOfPaper): void {
  const before = stateToJson(desk.state);
  const journal = commitSchema.array().parse(JSON.parse(JSON.stringify(desk.commits)));
  desk.state = journal.reduce(fold, EMPTY_STATE);
  const { seq, sessions, marks } = stateToJson(desk.state);
  expect({ seq, sessions, marks }).toEqual({
    seq: before.seq,
    sessions: before.sessions,
    marks: before.marks,
  });
}

describe('the ledger of a panel', () => {
  it('adds up to the panel’s time to the millisecond, whatever is done to it', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 12, maxLength: 40 }), (steps) => {
        const desk = new DeskOfPaper();
        const session = desk.panel(3);
        for (const one of steps) {
          desk.pass(one.wait);
          if (one.what === 'crash') {
            crash(desk);
            reached.add('crash');
            continue;
          }
          const { facts } = desk.ask(commandOf(desk, session, one));
          if (facts.length) reached.add(one.what);
          const panel = desk.state.sessions.get(session);
          if (!panel) break;
          const { startedAt, endedAt } = panel;
          const time = startedAt === null ? 0 : (endedAt ?? desk.now) - startedAt;
          const turns = panelTurns(desk.state, panel, desk.now);
          expect(turns.reduce((sum, turn) => sum + turn.ms, 0)).toBe(time);
          for (const [n, turn] of turns.entries()) {
            expect(turn.ms).toBeGreaterThanOrEqual(0);
            expect(turn.from).toBe(turns[n - 1]?.to ?? startedAt);
          }
          const b = balance(desk.state, panel, desk.now);
          const spoken = b.perSeat.reduce((sum, seat) => sum + seat.spokenMs, 0);
          expect(spoken + b.moderatorMs + b.audienceMs + b.silenceMs).toBe(time);
          expect(b.panelMs).toBe(time);
          const budgets = b.perSeat.map((seat) => seat.budgetMs);
          expect(Math.min(...budgets)).toBeGreaterThanOrEqual(0);
          expect(budgets.reduce((sum, ms) => sum + ms, 0)).toBe(b.availableMs);
          const shares = b.perSeat.reduce((sum, seat) => sum + seat.share, 0);
          expect(shares).toBeCloseTo(spoken > 0 ? 1 : 0, 9);
          expect(b.jain).toBeGreaterThan(0);
          expect(b.jain).toBeLessThanOrEqual(1 + 1e-12);
          const whole = wholeTurns(turns);
          expect(whole.flat()).toEqual(turns.filter((turn) => turn.speaker !== NOBODY));
          for (const stretches of whole) {
            for (const turn of stretches) {
              const around = turnAround(turns, turns.indexOf(turn));
              expect(around.map(({ mark }) => mark)).toEqual(stretches.map(({ mark }) => mark));
            }
          }
        }
      }),
      runs(160),
    );
    expect([...reached].sort()).toEqual([
      'crash',
      'drop',
      'end',
      'extend',
      'give',
      'giveTo',
      'join',
      'joinAs',
      'pause',
      'resume',
      'split',
      'startAt',
      'takeBack',
      'undo',
      'undoOlder',
    ]);
  });

  it('gives each speaker exactly the time between taking and losing the floor', () => {
    const desk = new DeskOfPaper();
    const session = desk.panel(2);
    desk.must({ type: 'floor.give', session, speaker: 'a' });
    desk.pass(90_001);
    desk.must({ type: 'floor.give', session, speaker: 'b' });
    desk.pass(30_000);
    desk.must({ type: 'floor.pause', session });
    desk.pass(5_000);
    desk.must({ type: 'floor.resume', session });
    desk.pass(1_000);
    const panel = desk.state.sessions.get(session);
    if (!panel) throw new Error('no panel');
    const turns = panelTurns(desk.state, panel, desk.now);
    expect(turns.map(({ speaker, ms, running }) => [speaker, ms, running])).toEqual([
      ['a', 90_001, false],
      ['b', 30_000, false],
      ['', 5_000, false],
      ['b', 1_000, true],
    ]);
    const b = balance(desk.state, panel, desk.now);
    expect(b.perSeat.map((seat) => [seat.spokenMs, seat.turns])).toEqual([
      [90_001, 1],
      [31_000, 1],
    ]);
    expect(b.current).toMatchObject({ speaker: 'b', ms: 1_000, turnMs: 31_000, limitMs: 120_000 });
  });

  it('counts the time before the first speaker as silence', () => {
    const desk = new DeskOfPaper();
    const session = desk.panel(2);
    desk.must({ type: 'session.start', session });
    desk.pass(10_000);
    desk.must({ type: 'floor.give', session, speaker: 'a' });
    desk.pass(1_000);
    const panel = desk.state.sessions.get(session);
    if (!panel) throw new Error('no panel');
    expect(balance(desk.state, panel, desk.now)).toMatchObject({
      panelMs: 11_000,
      silenceMs: 10_000,
    });
  });

  it('keeps two turns that begin at one instant in their order when one is started earlier', () => {
    const desk = new DeskOfPaper();
    const session = desk.panel(3);
    const start = desk.now;
    const first = idOf(desk.must({ type: 'floor.give', session, speaker: 'a' }), 'floor.given');
    desk.pass(10_000);
    const last = idOf(desk.must({ type: 'floor.give', session, speaker: 'b' }), 'floor.given');
    desk.must({ type: 'turn.split', mark: first, at: start + 5_000, speaker: 'c' });
    expect(desk.ask({ type: 'turn.startAt', mark: last, at: start + 5_000 }).refusal?.code).toBe(
      'panel.outsideTurn',
    );
    desk.must({ type: 'turn.startAt', mark: last, at: start + 5_001 });
    expect(marksOf(desk.state, session).map((mark) => mark.speaker)).toEqual(['a', 'c', 'b']);
  });

  it('keeps two turns that begin at one instant in their order when one is started later', () => {
    const desk = new DeskOfPaper();
    const session = desk.panel(3);
    const start = desk.now;
    const first = idOf(desk.must({ type: 'floor.give', session, speaker: 'a' }), 'floor.given');
    desk.pass(10_000);
    desk.must({ type: 'floor.give', session, speaker: 'b' });
    const split = { type: 'turn.split', mark: first, at: start + 5_000, speaker: 'c' } as const;
    const middle = idOf(desk.must(split), 'turn.split');
    const startAt = (instant: number) =>
      desk.ask({ type: 'turn.startAt', mark: middle, at: instant }).refusal?.code;
    expect(startAt(start + 10_000)).toBe('panel.outsideTurn');
    expect(startAt(start + 9_999)).toBeUndefined();
    expect(marksOf(desk.state, session).map((mark) => mark.speaker)).toEqual(['a', 'c', 'b']);
  });

  it('clips marks that lie before the start or after the end', () => {
    const told = { corrected: false, history: [], extraMs: 0, edits: {} };
    const mark = { session: 's', resume: '', ...told };
    const marks = [
      { ...mark, id: '1', at: 500, speaker: 'a' },
      { ...mark, id: '2', at: 1_500, speaker: 'b' },
      { ...mark, id: '3', at: 2_500, speaker: 'c' },
    ];
    const lengths = (endedAt: number | null, now: number) =>
      turnsOf(marks, 1_000, endedAt, now).map((turn) => [turn.speaker, turn.ms, turn.running]);
    expect(lengths(2_000, 9_000)).toEqual([
      ['a', 500, false],
      ['b', 500, false],
      ['c', 0, false],
    ]);
    expect(lengths(null, 900)).toEqual([
      ['a', 0, false],
      ['b', 0, false],
      ['c', 0, true],
    ]);
  });

  it('keeps a seat that has spoken when the table is set anew without it', () => {
    const desk = new DeskOfPaper();
    const session = desk.panel(2);
    desk.must({ type: 'floor.give', session, speaker: 'a' });
    desk.pass(60_000);
    const panel = desk.state.sessions.get(session)?.panel;
    if (!panel) throw new Error('no panel');
    const fields = { panel: { ...panel, seats: panel.seats.slice(1) } };
    desk.must({ type: 'session.edit', session, fields });
    const after = desk.state.sessions.get(session);
    if (!after) throw new Error('no panel');
    const { perSeat } = balance(desk.state, after, desk.now);
    expect(perSeat.map(({ seat, spokenMs }) => [seat, spokenMs])).toEqual([
      ['b', 0],
      ['a', 60_000],
    ]);
    expect(perSeat[1]?.budgetMs).toBe(0);
    expect(desk.ask({ type: 'floor.give', session, speaker: 'a' }).refusal?.code).toBe(
      'panel.unknownSpeaker',
    );
  });
});

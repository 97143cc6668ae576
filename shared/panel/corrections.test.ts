import { describe, expect, it } from 'vitest';
import { AUDIENCE, NOBODY } from '../model/mark';
import { EMPTY_PANEL } from '../model/session';
import { MINUTE, SECOND } from '../model/units';
import { DeskOfPaper, idOf } from '../testing/deskOfPaper';
import { balance, panelTurns } from './balance';
import { currentTurn } from './current';
import { wholeTurns } from './ledger';

/** A panel in which a, b and c have each spoken for a minute; c still does. */
function threeTurns() {
  const desk = new DeskOfPaper();
  const session = desk.panel(3);
  const start = desk.now;
  const marks = ['a', 'b', 'c'].map((speaker) => {
    const given = idOf(desk.must({ type: 'floor.give', session, speaker }), 'floor.given');
    desk.pass(MINUTE);
    return given;
  });
  const [a = '', b = '', c = ''] = marks;
  const panel = () => {
    const found = desk.state.sessions.get(session);
    if (!found) throw new Error('no panel');
    return found;
  };
  const turns = () => panelTurns(desk.state, panel(), desk.now);
  const lengths = () => turns().map(({ speaker, ms }) => [speaker, ms / SECOND]);
  const figures = () => balance(desk.state, panel(), desk.now);
  return { desk, session, start, a, b, c, turns, lengths, figures };
}

describe('a correction', () => {
  it('gives a turn to another and tells who, when, old and new', () => {
    const { desk, b, turns, lengths } = threeTurns();
    desk.must({ type: 'turn.giveTo', mark: b, speaker: 'c' });
    expect(lengths()).toEqual([
      ['a', 60],
      ['c', 60],
      ['c', 60],
    ]);
    expect(turns()[1]).toMatchObject({
      corrected: true,
      history: [
        {
          how: 'giveTo',
          desk: 'Tiski 1',
          at: desk.now,
          was: { speaker: 'b' },
          is: { speaker: 'c' },
        },
      ],
    });
  });

  it('leaves one turn where what was said between two pauses of it is taken back', () => {
    const { desk, session, turns } = threeTurns();
    const said = [];
    for (let n = 0; n < 2; n++) {
      desk.must({ type: 'floor.pause', session });
      desk.pass(10 * SECOND);
      const resumed = desk.must({ type: 'floor.resume', session });
      said.push(idOf(resumed, 'floor.given'));
      desk.pass(20 * SECOND);
    }
    desk.must({ type: 'turn.takeBack', mark: said[0] ?? '' });
    const panel = desk.state.sessions.get(session)?.panel ?? EMPTY_PANEL;
    // A minute before the pauses, 20 s after them: the limit is for both.
    expect(currentTurn(turns(), panel)).toMatchObject({ speaker: 'c', turnMs: 80 * SECOND });
    expect(wholeTurns(turns()).map((one) => one.length)).toEqual([1, 1, 2]);
  });

  it('lowers the hand of who has had the floor since, and undo raises it again', () => {
    const { desk, session, b, c } = threeTurns();
    const hands = () => desk.state.sessions.get(session)?.panel?.hands;
    for (const seat of ['a', 'b']) desk.must({ type: 'hand.raise', session, seat });
    desk.must({ type: 'turn.giveTo', mark: c, speaker: 'a' });
    expect(hands()).toEqual(['b']);
    desk.must({ type: 'undo' });
    expect(hands()).toEqual(['a', 'b']);
    // A turn that is over says nothing about who wants to speak now.
    desk.must({ type: 'turn.giveTo', mark: b, speaker: 'a' });
    expect(hands()).toEqual(['a', 'b']);
  });

  it('starts a turn earlier, and the one before it ends then', () => {
    const { desk, start, b, turns, lengths } = threeTurns();
    desk.must({ type: 'turn.startAt', mark: b, at: start + 45 * SECOND });
    expect(lengths()).toEqual([
      ['a', 45],
      ['b', 75],
      ['c', 60],
    ]);
    expect(turns()[1]?.history).toMatchObject([
      { how: 'startAt', was: { at: start + MINUTE }, is: { at: start + 45 * SECOND } },
    ]);
  });

  it('splits a turn in two', () => {
    const { desk, start, a, turns, lengths } = threeTurns();
    desk.must({ type: 'turn.split', mark: a, at: start + 20 * SECOND, speaker: AUDIENCE });
    expect(lengths()).toEqual([
      ['a', 20],
      [AUDIENCE, 40],
      ['b', 60],
      ['c', 60],
    ]);
    expect(turns()[1]?.history).toMatchObject([{ how: 'split', was: { speaker: 'a' } }]);
  });

  it('takes a turn back: its time is the turn’s before it, which tells of it', () => {
    const { desk, start, b, turns, lengths } = threeTurns();
    desk.must({ type: 'turn.takeBack', mark: b });
    expect(lengths()).toEqual([
      ['a', 120],
      ['c', 60],
    ]);
    expect(turns()[0]?.history).toMatchObject([
      { how: 'takeBack', other: { speaker: 'b', at: start + MINUTE } },
    ]);
  });

  it('takes the first turn back: its time is silence, and it still says whose it was', () => {
    const { desk, a, turns, lengths } = threeTurns();
    desk.must({ type: 'turn.takeBack', mark: a });
    expect(lengths()[0]).toEqual([NOBODY, 60]);
    expect(turns()[0]?.history).toMatchObject([{ how: 'takeBack', was: { speaker: 'a' } }]);
  });

  it('joins a turn with the one before it, with the pause between them in it', () => {
    const { desk, session, turns, lengths, figures } = threeTurns();
    desk.must({ type: 'floor.pause', session });
    desk.pass(10 * SECOND);
    const again = idOf(desk.must({ type: 'floor.resume', session }), 'floor.given');
    desk.pass(20 * SECOND);
    desk.must({ type: 'turn.join', mark: again });
    expect(lengths()).toEqual([
      ['a', 60],
      ['b', 60],
      ['c', 90],
    ]);
    expect(figures()).toMatchObject({ silenceMs: 0, current: { speaker: 'c', turnMs: 90_000 } });
    expect(turns()[2]?.history).toMatchObject([{ how: 'join', other: { speaker: 'c' } }]);
  });

  it('joins the turns of two speakers into one of whom is said, or of the later', () => {
    const { desk, b, c, turns, lengths } = threeTurns();
    desk.must({ type: 'turn.join', mark: b });
    expect(lengths()).toEqual([
      ['b', 120],
      ['c', 60],
    ]);
    expect(turns()[0]?.history).toMatchObject([
      { how: 'join', was: { speaker: 'a' }, is: { speaker: 'b' }, other: { speaker: 'b' } },
    ]);
    desk.must({ type: 'turn.join', mark: c, speaker: 'b' });
    expect(lengths()).toEqual([['b', 180]]);
  });

  it('joins nothing with what has nothing before it', () => {
    const { desk, a } = threeTurns();
    expect(desk.ask({ type: 'turn.join', mark: a }).refusal?.code).toBe('panel.nothingBefore');
  });

  it('is gone from the ledger when it is undone, and back when that is undone', () => {
    const { desk, b, c, turns } = threeTurns();
    for (const command of [
      { type: 'turn.giveTo', mark: b, speaker: 'a' },
      { type: 'turn.takeBack', mark: b },
      { type: 'turn.join', mark: c },
      { type: 'turn.startAt', mark: c, at: desk.now - 90 * SECOND },
    ] as const) {
      const before = turns();
      desk.must(command);
      const after = turns();
      expect(after).not.toEqual(before);
      const undone = desk.must({ type: 'undo' });
      expect(turns()).toEqual(before);
      desk.must({ type: 'undo', of: undone.cmd });
      expect(turns()).toEqual(after);
      desk.must({ type: 'undo' });
      expect(turns()).toEqual(before);
    }
  });

  it('lets a pause return to the one whom the turn was given to', () => {
    const { desk, session, c, figures, turns } = threeTurns();
    desk.must({ type: 'floor.pause', session });
    desk.must({ type: 'turn.giveTo', mark: c, speaker: 'b' });
    expect(figures().paused).toBe('b');
    expect(turns().at(-1)?.corrected).toBe(false);
    desk.must({ type: 'floor.resume', session });
    expect(figures().current?.speaker).toBe('b');
  });
});

describe('more or less time for a turn', () => {
  it('holds for this turn alone, over its pauses, and is no correction', () => {
    const { desk, session, c, turns, figures } = threeTurns();
    desk.must({ type: 'turn.extend', mark: c, ms: 30 * SECOND });
    expect(figures().current).toMatchObject({ limitMs: 150 * SECOND, extraMs: 30 * SECOND });
    desk.must({ type: 'floor.pause', session });
    desk.pass(SECOND);
    const again = idOf(desk.must({ type: 'floor.resume', session }), 'floor.given');
    desk.must({ type: 'turn.extend', mark: again, ms: -60 * SECOND });
    expect(figures().current).toMatchObject({ limitMs: 90 * SECOND, extraMs: -30 * SECOND });
    expect(turns().some((turn) => turn.corrected)).toBe(false);
    desk.must({ type: 'floor.give', session, speaker: 'a' });
    expect(figures().current).toMatchObject({ limitMs: 120 * SECOND, extraMs: 0 });
  });

  it('leaves at least a second, also when the panel’s limit is set lower afterwards', () => {
    const { desk, session, c, figures } = threeTurns();
    const extend = (ms: number) => desk.ask({ type: 'turn.extend', mark: c, ms }).refusal?.code;
    expect(extend(-120 * SECOND)).toBe('panel.limitTooShort');
    expect(extend(-90 * SECOND)).toBeUndefined();
    desk.must({ type: 'panel.edit', session, fields: { turnLimitMs: 60 * SECOND } });
    expect(figures().current?.limitMs).toBe(SECOND);
    desk.must({ type: 'panel.edit', session, fields: { turnLimitMs: 0 } });
    expect(figures().current?.limitMs).toBe(0);
    expect(extend(30 * SECOND)).toBe('panel.noLimit');
  });
});

describe('questions from the audience', () => {
  it('each have a time of their own; a second touch at once is a slip', () => {
    const { desk, session, figures } = threeTurns();
    const ask = () => desk.must({ type: 'floor.give', session, speaker: AUDIENCE }).facts.length;
    ask();
    desk.pass(SECOND);
    expect(ask()).toBe(0);
    desk.pass(19 * SECOND);
    expect(ask()).toBe(1);
    desk.pass(5 * SECOND);
    expect(figures()).toMatchObject({
      questions: 2,
      audienceMs: 25 * SECOND,
      current: { speaker: AUDIENCE, turnMs: 5 * SECOND, limitMs: 0 },
    });
  });
});

describe('the table while the panel runs', () => {
  it('takes a late panelist in and shares the rest of the time anew, spoken time untouched', () => {
    const { desk, session, figures } = threeTurns();
    const before = figures();
    desk.must({ type: 'seat.add', session, fields: { name: '  Åke Myöhässä ' } });
    const after = figures();
    expect(after.perSeat).toHaveLength(4);
    expect(after.perSeat.slice(0, 3).map((seat) => seat.spokenMs)).toEqual(
      before.perSeat.map((seat) => seat.spokenMs),
    );
    expect(after.perSeat[3]).toMatchObject({ spokenMs: 0, budgetMs: after.availableMs / 4 });
    expect(after.leastHeard).toBe(after.perSeat[3]?.seat);
    const add = { type: 'seat.add', session, fields: { name: ' ' } } as const;
    expect(desk.ask(add).refusal?.code).toBe('panel.nameless');
  });

  it('lets one go who keeps what was spoken but neither floor, hand nor budget, and come back', () => {
    const { desk, session, figures } = threeTurns();
    const whole = figures().perSeat[2]?.budgetMs ?? 0;
    const drop = (dropped: boolean) =>
      desk.must({ type: 'seat.edit', session, seat: 'c', fields: { dropped } });
    drop(true);
    expect(figures()).toMatchObject({ current: null, paused: '' });
    expect(figures().perSeat[2]).toMatchObject({ spokenMs: MINUTE, budgetMs: 0, heard: null });
    expect(figures().perSeat[0]?.budgetMs).toBe(figures().availableMs / 2);
    expect(desk.ask({ type: 'floor.give', session, speaker: 'c' }).refusal?.code).toBe(
      'panel.unknownSpeaker',
    );
    drop(false);
    expect(figures().perSeat[2]).toMatchObject({ spokenMs: MINUTE, budgetMs: whole });
  });

  it('gives the floor back after a pause to nobody who has left the table', () => {
    const { desk, session } = threeTurns();
    desk.must({ type: 'floor.pause', session });
    desk.must({ type: 'seat.edit', session, seat: 'c', fields: { dropped: true } });
    expect(desk.ask({ type: 'floor.resume', session }).refusal?.code).toBe('panel.nobodyToResume');
  });

  it('is put into another order, which is also the order of ties', () => {
    const desk = new DeskOfPaper();
    const session = desk.panel(3);
    const order = () => desk.state.sessions.get(session)?.panel?.seats.map((seat) => seat.id);
    desk.must({ type: 'seat.move', session, seat: 'c', before: 'a' });
    expect(order()).toEqual(['c', 'a', 'b']);
    desk.must({ type: 'seat.move', session, seat: 'c', before: null });
    expect(order()).toEqual(['a', 'b', 'c']);
    expect(desk.ask({ type: 'seat.move', session, seat: 'b', before: 'b' }).facts).toEqual([]);
    desk.must({ type: 'seat.move', session, seat: 'b', before: 'a' });
    const panel = desk.state.sessions.get(session);
    expect(panel && balance(desk.state, panel, desk.now).leastHeard).toBe('b');
  });

  it('keeps its warnings when a form that does not know of them sets the panel', () => {
    const desk = new DeskOfPaper();
    const session = desk.panel(2);
    const warnMs = { first: 20_000, second: 5_000 };
    const panel = desk.state.sessions.get(session)?.panel;
    if (!panel) throw new Error('no panel');
    desk.must({ type: 'panel.edit', session, fields: { warnMs } });
    desk.must({ type: 'session.edit', session, fields: { panel: { ...panel, moderator: 'M' } } });
    expect(desk.state.sessions.get(session)?.panel).toMatchObject({ warnMs, moderator: 'M' });
  });
});

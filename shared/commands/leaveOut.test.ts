import { describe, expect, it } from 'vitest';
import { NOBODY } from '../model/mark';
import { MINUTE, SECOND } from '../model/units';
import { panelTurns } from '../panel/balance';
import { currentTurn } from '../panel/current';
import { DeskOfPaper, idOf } from '../testing/deskOfPaper';

function speaking() {
  const desk = new DeskOfPaper();
  const session = desk.panel(2);
  const mark = idOf(desk.must({ type: 'floor.give', session, speaker: 'a' }), 'floor.given');
  const began = desk.now;
  const look = () => {
    const one = desk.state.sessions.get(session);
    if (!one?.panel) throw new Error('no panel');
    const turns = panelTurns(desk.state, one, desk.now);
    return {
      turns: turns.map(({ speaker, ms }) => [speaker, ms / SECOND]),
      current: currentTurn(turns, one.panel),
      sum: turns.reduce((all, { ms }) => all + ms, 0),
    };
  };
  return { desk, session, mark, began, look };
}

describe('a stretch that is left out of a turn', () => {
  it('is nobody’s, and the turn goes on after it under the same limit', () => {
    const { desk, mark, began, look } = speaking();
    desk.pass(5 * MINUTE);
    const [from, to] = [began + 20 * SECOND, began + 4 * MINUTE];
    desk.must({ type: 'turn.leaveOut', mark, from, to });
    expect(look().turns).toEqual([
      ['a', 20],
      [NOBODY, 220],
      ['a', 60],
    ]);
    expect(look().current).toMatchObject({ speaker: 'a', turnMs: 80 * SECOND, limitMs: 120_000 });
    expect(look().sum).toBe(5 * MINUTE);
  });

  it('comes back with one undo', () => {
    const { desk, mark, began, look } = speaking();
    desk.pass(MINUTE);
    const before = look();
    desk.must({ type: 'turn.leaveOut', mark, from: began + SECOND, to: began + 30 * SECOND });
    desk.must({ type: 'undo' });
    expect(look()).toEqual(before);
  });

  it('ends where the turn does when another has the floor since', () => {
    const { desk, session, mark, began, look } = speaking();
    desk.pass(MINUTE);
    desk.must({ type: 'floor.give', session, speaker: 'b' });
    desk.pass(MINUTE);
    const [from, to] = [began + 20 * SECOND, desk.now];
    desk.must({ type: 'turn.leaveOut', mark, from, to });
    expect(look().turns).toEqual([
      ['a', 20],
      [NOBODY, 40],
      ['b', 60],
    ]);
  });

  it('is refused outside the turn, and nothing where nobody spoke', () => {
    const { desk, session, mark, began } = speaking();
    desk.pass(MINUTE);
    const outside = { from: began - MINUTE, to: began };
    expect(desk.ask({ type: 'turn.leaveOut', mark, ...outside }).refusal?.code).toBe(
      'panel.outsideTurn',
    );
    const pause = idOf(desk.must({ type: 'floor.pause', session }), 'floor.given');
    desk.pass(MINUTE);
    const within = { from: desk.now - SECOND, to: desk.now };
    expect(desk.must({ type: 'turn.leaveOut', mark: pause, ...within }).facts).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { SessionDetails } from '../model/session';
import { MINUTE } from '../model/units';
import { DeskOfPaper } from '../testing/deskOfPaper';
import { inOrder } from './order';

/** Sessions A, B, C … from 9.00 on, end to end unless said otherwise. */
function day(...plan: Array<Partial<SessionDetails> & { minutes: number }>) {
  const desk = new DeskOfPaper();
  let next = 540;
  const ids = plan.map(({ minutes, ...fields }, n) => {
    const plannedStart = fields.plannedStart ?? next;
    next = plannedStart + minutes;
    const title = String.fromCharCode(65 + n);
    return desk.session({ title, ...fields, plannedStart, plannedMs: minutes * MINUTE });
  });
  const id = (title: string) => ids[title.charCodeAt(0) - 65] ?? title;
  const move = (title: string, before: string | null) =>
    desk.ask({
      type: 'session.move',
      session: id(title),
      before: before === null ? null : id(before),
    });
  const list = () => inOrder(desk.state.sessions).map((one) => `${one.title} ${one.plannedStart}`);
  return { desk, id, move, list };
}

describe('a session that is moved', () => {
  it('takes its place and its time, and those between make room', () => {
    const { move, list } = day({ minutes: 30 }, { minutes: 20 }, { minutes: 10 }, { minutes: 60 });
    move('C', 'A');
    expect(list()).toEqual(['C 540', 'A 550', 'B 580', 'D 600']);
    move('C', 'D');
    expect(list()).toEqual(['A 540', 'B 570', 'C 590', 'D 600']);
    move('A', null);
    expect(list()).toEqual(['B 540', 'C 560', 'D 570', 'A 630']);
  });

  it('leaves the pauses where they were', () => {
    const { move, list } = day(
      { minutes: 30 },
      { minutes: 20, plannedStart: 580 },
      { minutes: 10 },
    );
    move('C', 'A');
    expect(list()).toEqual(['C 540', 'A 560', 'B 590']);
  });

  it('leaves fixed sessions at their time', () => {
    const { move, list } = day(
      { minutes: 30 },
      { minutes: 30, fixed: true },
      { minutes: 30 },
      { minutes: 30 },
    );
    move('A', 'D');
    expect(list()).toEqual(['B 570', 'C 600', 'A 630', 'D 660']);
  });

  it('pushes what follows only where it reaches into it', () => {
    const { move, list } = day(
      { minutes: 30 },
      { minutes: 30, fixed: true },
      { minutes: 20 },
      { minutes: 20, plannedStart: 700 },
    );
    move('A', 'C');
    expect(list()).toEqual(['B 570', 'A 600', 'C 630', 'D 700']);
  });

  it('stays in its room’s line and leaves the other rooms alone', () => {
    const { move, list } = day(
      { minutes: 30, room: 'X' },
      { minutes: 30, room: 'Y', plannedStart: 540 },
      { minutes: 30, room: 'X', plannedStart: 570 },
    );
    move('C', 'A');
    expect(list()).toEqual(['C 540', 'B 540', 'A 570']);
  });

  it('keeps the order that was asked for among sessions of one planned start', () => {
    const { move, list } = day({ minutes: 0 }, { minutes: 0 }, { minutes: 0 });
    move('C', 'B');
    expect(list()).toEqual(['A 540', 'C 540', 'B 540']);
  });

  it('is put back by undo', () => {
    const { desk, move, list } = day({ minutes: 30 }, { minutes: 20 }, { minutes: 10 });
    const before = list();
    move('C', 'A');
    desk.must({ type: 'undo' });
    expect(list()).toEqual(before);
  });

  it('states no fact when it is where it should be', () => {
    const { move } = day({ minutes: 30 }, { minutes: 20 });
    expect(move('A', 'B').facts).toEqual([]);
    expect(move('B', null).facts).toEqual([]);
    expect(move('B', 'B')).toMatchObject({ facts: [], refusal: null });
  });

  it('is not moved once it has begun, and nothing is put before what has begun', () => {
    const { desk, id, move } = day({ minutes: 30 }, { minutes: 20 });
    desk.must({ type: 'session.start', session: id('A') });
    expect(move('A', null).refusal?.code).toBe('session.hasStarted');
    expect(move('B', 'A').refusal?.code).toBe('session.hasStarted');
    expect(move('B', 'nobody').refusal?.code).toBe('session.unknown');
  });
});

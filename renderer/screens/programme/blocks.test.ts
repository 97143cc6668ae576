import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../shared/model/units';
import { roomsOf } from '../../../shared/programme/order';
import { project } from '../../../shared/programme/project';
import { DeskOfPaper } from '../../../shared/testing/deskOfPaper';
import { blocksOf, followerOf, stepsOf } from './blocks';

/** a1 and b1 side by side, then b2, lunch for all, then a2. */
function day() {
  const desk = new DeskOfPaper();
  const add = (title: string, room: string, plannedStart: number) =>
    desk.session({ title, room, plannedStart, plannedMs: 30 * MINUTE });
  add('avaus', '', 540);
  add('a1', 'A', 570);
  add('b1', 'B', 570);
  add('b2', 'B', 600);
  add('lounas', '', 640);
  add('a2', 'A', 680);
  const programme = project(desk.state, desk.now);
  const rooms = roomsOf(desk.state.sessions);
  const titleOf = (id: string | null | undefined) =>
    programme.find((one) => one.session.id === id)?.session.title ?? id;
  const named = (title: string) => {
    const one = programme.find(({ session }) => session.title === title);
    if (!one) throw new Error(title);
    return one;
  };
  const steps = (title: string) => {
    const { up, down } = stepsOf(named(title), programme, rooms);
    return [titleOf(up), titleOf(down)];
  };
  const follower = (title: string) => titleOf(followerOf(named(title), programme));
  return { programme, rooms, steps, follower };
}

describe('a day with rooms as columns', () => {
  it('is cut into stretches by what everybody shares', () => {
    const { programme, rooms } = day();
    const titles = blocksOf(programme, rooms).map((block) =>
      'common' in block
        ? block.common.session.title
        : block.rooms.map((one) => one.sessions.map(({ session }) => session.title).join('+')),
    );
    expect(titles).toEqual(['avaus', ['a1', 'b1+b2'], 'lounas', ['a2', '']]);
  });

  it('moves a session by one step in its own room', () => {
    const { steps } = day();
    expect(steps('b2')).toEqual(['b1', null]);
    expect(steps('a1')).toEqual(['avaus', 'a2']);
    expect(steps('a2')).toEqual(['lounas', undefined]);
  });

  it('moves what everybody shares over all that runs side by side', () => {
    const { steps } = day();
    expect(steps('lounas')).toEqual(['a1', null]);
    expect(steps('avaus')).toEqual([undefined, 'lounas']);
  });

  it('knows what follows in a room', () => {
    const { follower } = day();
    expect(['a1', 'b1', 'b2', 'lounas', 'a2'].map(follower)).toEqual([
      'lounas',
      'b2',
      'lounas',
      'a2',
      '',
    ]);
  });
});

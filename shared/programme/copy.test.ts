import { describe, expect, it } from 'vitest';
import { EMPTY_PANEL, NO_SESSION_DETAILS } from '../model/session';
import type { SessionDetails } from '../model/session';
import { DeskOfPaper, seatsOf } from '../testing/deskOfPaper';
import { copyOf } from './copy';
import { inOrder } from './order';

const [first, second] = seatsOf(2);
if (!first || !second) throw new Error('no seats');
const seats = [
  { ...first, participant: 'p1' },
  { ...second, dropped: true },
];
const session: SessionDetails = {
  ...NO_SESSION_DETAILS,
  kind: 'panel',
  title: 'Rahoitus',
  room: 'Sali A',
  fixed: true,
  shortestMs: 60_000,
  speakers: [{ name: 'Eino', title: '' }],
  panel: { ...EMPTY_PANEL, seats, moderator: 'Aino', turnLimitMs: 90_000, hands: ['a'] },
};

describe('a session that is copied into another event', () => {
  it('keeps what it is, when, where and how its panel is set, without people', () => {
    expect(copyOf(session, false)).toEqual({
      ...session,
      speakers: [],
      panel: { ...EMPTY_PANEL, turnLimitMs: 90_000 },
    });
  });

  it('brings people along only when wanted, and never who they are among the participants', () => {
    const copy = copyOf(session, true);
    expect(copy.speakers).toEqual(session.speakers);
    expect(copy.panel).toMatchObject({ moderator: 'Aino', hands: [] });
    expect(copy.panel?.seats).toEqual([{ ...first, participant: '' }]);
  });

  it('comes in with all the others as one step that undo takes back', () => {
    const desk = new DeskOfPaper();
    const sessions = [session, { ...session, title: 'Kysymykset' }].map((one) =>
      copyOf(one, false),
    );
    desk.must({ type: 'programme.add', sessions });
    expect(inOrder(desk.state.sessions).map((one) => one.title)).toEqual([
      'Rahoitus',
      'Kysymykset',
    ]);
    desk.must({ type: 'undo' });
    expect([...desk.state.sessions]).toEqual([]);
  });
});

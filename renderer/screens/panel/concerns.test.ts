import { describe, expect, it } from 'vitest';
import { EMPTY_PANEL } from '../../../shared/model/session';
import { DeskOfPaper, seatsOf } from '../../../shared/testing/deskOfPaper';
import { concernsPanel } from './concerns';

/** Two panels in a programme, each in a room of its own or both in the same one. */
function twoPanels(rooms: readonly [string, string]) {
  const desk = new DeskOfPaper();
  const panel = { ...EMPTY_PANEL, seats: seatsOf(2) };
  for (const room of rooms) {
    desk.must({ type: 'session.add', fields: { kind: 'panel', title: room, room, panel } });
  }
  const [own = '', other = ''] = [...desk.state.sessions].map(({ id }) => id);
  const kinds = () =>
    desk.state.recent
      .filter((done) => concernsPanel(done, own, desk.state))
      .map(({ kind }) => kind);
  return { desk, own, other, kinds };
}

describe('what the moderator of one panel can take back', () => {
  it('is what was done there and on the stage, not what another moderator did in another room', () => {
    const { desk, own, other, kinds } = twoPanels(['Sali', 'Kabinetti']);
    desk.must({ type: 'floor.give', session: own, speaker: 'a' });
    desk.must({ type: 'hand.raise', session: own, seat: 'b' });
    desk.must({ type: 'stage.message', text: 'Lopettele' });
    desk.must({ type: 'floor.give', session: other, speaker: 'a' });
    desk.must({ type: 'hand.raise', session: other, seat: 'b' });
    const [mark] = [...desk.state.marks].filter(({ session }) => session === other);
    desk.must({ type: 'turn.giveTo', mark: mark?.id ?? '', speaker: 'b' });
    desk.must({ type: 'session.end', session: other });
    expect(kinds()).toEqual(['session.add', 'floor.give', 'hand.raise', 'stage.message']);
  });

  it('is the start of another panel in the same room, for that ended this one', () => {
    const { desk, own, other, kinds } = twoPanels(['', '']);
    desk.must({ type: 'floor.give', session: own, speaker: 'a' });
    desk.must({ type: 'floor.give', session: other, speaker: 'a' });
    expect(desk.state.sessions.get(own)?.endedAt).not.toBeNull();
    expect(kinds()).toEqual(['session.add', 'floor.give', 'floor.give']);
  });

  it('is every correction of a turn, also of one that is gone then', () => {
    const { desk, own, kinds } = twoPanels(['Sali', 'Kabinetti']);
    desk.must({ type: 'floor.give', session: own, speaker: 'a' });
    desk.now += 60_000;
    desk.must({ type: 'floor.give', session: own, speaker: 'b' });
    desk.now += 60_000;
    const { now } = desk;
    const last = () => [...desk.state.marks].at(-1)?.id ?? '';
    const corrected = (command: Parameters<typeof desk.must>[0]) => {
      desk.must(command);
      expect(kinds().at(-1)).toBe(command.type);
    };
    corrected({ type: 'turn.giveTo', mark: last(), speaker: 'moderator' });
    corrected({ type: 'turn.startAt', mark: last(), at: now - 70_000 });
    corrected({ type: 'turn.split', mark: last(), at: now - 30_000, speaker: 'b' });
    corrected({ type: 'turn.extend', mark: last(), ms: 30_000 });
    corrected({ type: 'turn.join', mark: last() });
    corrected({ type: 'turn.takeBack', mark: last() });
  });
});

import type { FactBody } from '../facts/fact';
import { AUDIENCE, MODERATOR, NOBODY } from '../model/mark';
import type { Mark } from '../model/mark';
import type { Session } from '../model/session';
import type { EventState } from '../model/state';
import { marksOf } from '../panel/marks';
import type { CommandOf } from './command';
import { NOTHING, refuse } from './context';
import type { Context, Decision } from './context';
import { startFacts } from './programme';

type FloorCommand = CommandOf<'floor.give' | 'floor.pause' | 'floor.resume'>;
type TurnCommand = CommandOf<'turn.giveTo' | 'turn.startAt' | 'turn.split' | 'turn.takeBack'>;

function mayHaveHeld(session: Session, speaker: string): boolean {
  if (speaker === NOBODY || speaker === MODERATOR || speaker === AUDIENCE) return true;
  return session.panel?.seats.some((seat) => seat.id === speaker) ?? false;
}

/** A seat that was dropped may have spoken, but is given the floor no more. */
function mayHold(session: Session, speaker: string): boolean {
  const dropped = session.panel?.seats.some((seat) => seat.id === speaker && seat.dropped);
  return mayHaveHeld(session, speaker) && !dropped;
}

/**
 * Hands the floor over. A panel that has not begun begins with its first speaker; one who takes the
 * floor has the hand lowered.
 */
export function decideFloor(state: EventState, command: FloorCommand, context: Context): Decision {
  const session = state.sessions.get(command.session);
  if (!session) return refuse('session.unknown', { session: command.session });
  if (!session.panel) return refuse('panel.notAPanel', { title: session.title });
  if (session.endedAt !== null) return refuse('panel.ended', { title: session.title });
  const current = marksOf(state, session.id).at(-1);
  const holder = current?.speaker ?? NOBODY;
  const give = (speaker: string, resume: string): FactBody => ({
    type: 'floor.given',
    session: session.id,
    mark: context.newId(),
    speaker,
    resume,
  });
  switch (command.type) {
    case 'floor.pause':
      if (holder === NOBODY) return NOTHING;
      return { facts: [give(NOBODY, holder)] };
    case 'floor.resume':
      if (holder !== NOBODY) return NOTHING;
      if (!current?.resume) return refuse('panel.nobodyToResume');
      return { facts: [give(current.resume, '')] };
    case 'floor.give': {
      const { speaker } = command;
      if (!mayHold(session, speaker)) return refuse('panel.unknownSpeaker', { speaker });
      const started = session.startedAt !== null;
      if (started && holder === speaker && !current?.resume) return NOTHING;
      const facts = started ? [] : startFacts(state, session);
      facts.push(give(speaker, ''));
      if (session.panel.hands.includes(speaker)) {
        facts.push({ type: 'hands.changed', session: session.id, seat: speaker, up: false });
      }
      return { facts };
    }
  }
}

/** Corrections after the fact. A turn never reaches over its neighbours or the panel's ends. */
export function decideTurn(state: EventState, command: TurnCommand, context: Context): Decision {
  const mark = state.marks.get(command.mark);
  const session = mark && state.sessions.get(mark.session);
  if (!mark || !session) return refuse('panel.unknownTurn');
  const bounds = boundsOf(state, session, mark, context.now);
  switch (command.type) {
    case 'turn.giveTo':
      if (!mayHaveHeld(session, command.speaker)) {
        return refuse('panel.unknownSpeaker', { speaker: command.speaker });
      }
      if (mark.speaker === command.speaker) return NOTHING;
      return {
        facts: [{ type: 'turn.corrected', mark: mark.id, fields: { speaker: command.speaker } }],
      };
    case 'turn.startAt':
      if (command.at < bounds.from || command.at > bounds.to) return refuse('panel.outsideTurn');
      if (command.at === mark.at) return NOTHING;
      return { facts: [{ type: 'turn.corrected', mark: mark.id, fields: { at: command.at } }] };
    case 'turn.split':
      if (command.at <= mark.at || command.at >= bounds.to) return refuse('panel.outsideTurn');
      if (!mayHaveHeld(session, command.speaker)) {
        return refuse('panel.unknownSpeaker', { speaker: command.speaker });
      }
      return {
        facts: [
          {
            type: 'turn.split',
            mark: {
              ...mark,
              id: context.newId(),
              at: command.at,
              speaker: command.speaker,
              resume: '',
              corrected: true,
              edits: {},
            },
          },
        ],
      };
    case 'turn.takeBack':
      return { facts: [{ type: 'turn.takenBack', mark: mark.id }] };
  }
}

/**
 * Between which instants a turn may begin: not before its neighbour before, not after the one after.
 * Marks of one instant stand in the order of their ids, so where that would swap the two, a
 * millisecond is kept between them.
 */
function boundsOf(state: EventState, session: Session, mark: Mark, now: number) {
  const marks = marksOf(state, session.id);
  const at = marks.findIndex((other) => other.id === mark.id);
  const before = marks[at - 1];
  const after = marks[at + 1];
  const from = before && before.at + (before.id < mark.id ? 0 : 1);
  const to = after && after.at - (mark.id < after.id ? 0 : 1);
  return { from: from ?? session.startedAt ?? mark.at, to: to ?? session.endedAt ?? now };
}

/** The queue of raised hands. */
export function decideHand(
  state: EventState,
  command: CommandOf<'hand.raise' | 'hand.lower'>,
): Decision {
  const session = state.sessions.get(command.session);
  if (!session?.panel) return refuse('session.unknown', { session: command.session });
  const seat = session.panel.seats.find((one) => one.id === command.seat && !one.dropped);
  if (!seat) return refuse('panel.unknownSpeaker', { speaker: command.seat });
  const up = command.type === 'hand.raise';
  if (session.panel.hands.includes(seat.id) === up) return NOTHING;
  return { facts: [{ type: 'hands.changed', session: session.id, seat: seat.id, up }] };
}

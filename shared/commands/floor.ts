import type { FactBody } from '../facts/fact';
import { AUDIENCE, MODERATOR, NOBODY } from '../model/mark';
import type { Mark } from '../model/mark';
import type { Session } from '../model/session';
import type { EventState } from '../model/state';
import type { Duration, Instant } from '../model/units';
import { marksOf } from '../panel/marks';
import type { CommandOf } from './command';
import { NOTHING, refuse } from './context';
import type { Context, Decision } from './context';
import { startFacts } from './programme';

type FloorCommand = CommandOf<'floor.give' | 'floor.pause' | 'floor.resume'>;

/** Whether somebody can have spoken in this panel, now or before they were dropped. */
export function mayHaveHeld(session: Session, speaker: string): boolean {
  if (speaker === NOBODY || speaker === MODERATOR || speaker === AUDIENCE) return true;
  return session.panel?.seats.some((seat) => seat.id === speaker) ?? false;
}

/** A seat that was dropped may have spoken, but is given the floor no more. */
function mayHold(session: Session, speaker: string): boolean {
  const dropped = session.panel?.seats.some((seat) => seat.id === speaker && seat.dropped);
  return mayHaveHeld(session, speaker) && !dropped;
}

/** A second touch within this is a slip and not another question, ms. */
const SLIP: Duration = 2_000;

/** The audience has the floor and is given it again: the next question, with a time of its own. */
function asksNext(current: Mark | undefined, now: Instant): boolean {
  return current?.speaker === AUDIENCE && now - current.at >= SLIP;
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
      if (!current?.resume || !mayHold(session, current.resume)) {
        return refuse('panel.nobodyToResume');
      }
      return { facts: [give(current.resume, '')] };
    case 'floor.give': {
      const { speaker } = command;
      if (!mayHold(session, speaker)) return refuse('panel.unknownSpeaker', { speaker });
      const started = session.startedAt !== null;
      if (started && holder === speaker && !current?.resume && !asksNext(current, context.now)) {
        return NOTHING;
      }
      const facts = started ? [] : startFacts(state, session);
      facts.push(give(speaker, ''));
      if (session.panel.hands.includes(speaker)) {
        facts.push({ type: 'hands.changed', session: session.id, seat: speaker, up: false });
      }
      return { facts };
    }
  }
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

import type { FactBody } from '../facts/fact';
import { fullName } from '../model/participant';
import type { Participant } from '../model/participant';
import type { EventState } from '../model/state';
import { closedRefusal, otherDay } from './attendance';
import type { CommandOf } from './command';
import { NOTHING, refuse } from './context';
import type { Context, Decision } from './context';
import { findParticipant } from './who';

type StatusCommand = CommandOf<
  'participant.leave' | 'participant.comeBack' | 'participant.cancel' | 'participant.reinstate'
>;

const about = (person: Participant) => ({ participants: [person] });

/**
 * Check-in of one person. The first check-in stands: somebody present answers `used` with when and
 * where; one who has left comes back with the first time kept; a cancelled one is let in only on
 * purpose (`anyway`).
 */
export function decideCheckIn(
  state: EventState,
  command: CommandOf<'participant.checkIn'>,
  { now }: Context,
): Decision {
  const found = findParticipant(state, command.who);
  if ('decision' in found) return found.decision;
  const { person } = found;
  const params = () => ({
    name: fullName(person),
    at: person.checkedInAt ?? 0,
    desk: person.checkedInDesk,
  });
  if (person.status === 'present') {
    return refuse('participant.used', params(), { status: 'used', ...about(person) });
  }
  const closed = closedRefusal(state, [person]);
  if (closed) return closed;
  switch (person.status) {
    case 'left':
      return {
        facts: [{ type: 'participant.cameBack', participant: person.id }],
        status: 'left',
        participant: person.id,
      };
    case 'cancelled':
      if (!command.anyway) {
        return refuse('participant.cancelled', params(), { status: 'cancelled', ...about(person) });
      }
  }
  return {
    facts: [{ type: 'participant.checkedIn', participant: person.id }],
    status: 'valid',
    participant: person.id,
    ...otherDay(state, now),
  };
}

/** Leaving, coming back, cancelling and taking a cancellation back. */
export function decideStatus(state: EventState, command: StatusCommand): Decision {
  const found = findParticipant(state, command.who);
  if ('decision' in found) return found.decision;
  const { person } = found;
  const answer = { participant: person.id };
  const no = (code: string) => refuse(code, { name: fullName(person) }, about(person));
  const closed = closedRefusal(state, [person]);
  const done = (fact: FactBody): Decision => closed ?? { facts: [fact], ...answer };
  switch (command.type) {
    case 'participant.leave':
      if (person.status === 'left') return NOTHING;
      if (person.status !== 'present') return no('participant.notPresent');
      return done({ type: 'participant.left', participant: person.id });
    case 'participant.comeBack':
      if (person.status === 'present') return NOTHING;
      if (person.status !== 'left') return no('participant.hasNotLeft');
      return done({ type: 'participant.cameBack', participant: person.id });
    case 'participant.cancel':
      if (person.status === 'cancelled') return NOTHING;
      if (person.status !== 'expected') return no('participant.hasCome');
      return done({ type: 'participant.cancelled', participant: person.id });
    case 'participant.reinstate':
      if (person.status !== 'cancelled') return NOTHING;
      return done({ type: 'participant.reinstated', participant: person.id });
  }
}

import { fullName } from '../model/participant';
import type { Participant } from '../model/participant';
import type { EventState } from '../model/state';
import type { CommandOf } from './command';
import { NOTHING, refuse } from './context';
import type { Decision } from './context';
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
): Decision {
  const found = findParticipant(state, command.who);
  if ('decision' in found) return found.decision;
  const { person } = found;
  const params = {
    name: fullName(person),
    at: person.checkedInAt ?? 0,
    desk: person.checkedInDesk,
  };
  switch (person.status) {
    case 'present':
      return refuse('participant.used', params, { status: 'used', ...about(person) });
    case 'left':
      return {
        facts: [{ type: 'participant.cameBack', participant: person.id }],
        status: 'left',
        participant: person.id,
      };
    case 'cancelled':
      if (!command.anyway) {
        return refuse('participant.cancelled', params, { status: 'cancelled', ...about(person) });
      }
  }
  return {
    facts: [{ type: 'participant.checkedIn', participant: person.id }],
    status: 'valid',
    participant: person.id,
  };
}

/** Everyone of one organisation, or those picked; people already present or cancelled are passed over. */
export function decideGroup(
  state: EventState,
  command: CommandOf<'participant.checkInGroup'>,
): Decision {
  const picked: Participant[] = [];
  for (const who of command.who ?? []) {
    const found = findParticipant(state, who);
    if ('decision' in found) return found.decision;
    picked.push(found.person);
  }
  const organisation = command.organisation?.trim().toLowerCase();
  if (organisation) {
    for (const person of state.participants) {
      if (person.organisation.trim().toLowerCase() === organisation) picked.push(person);
    }
  }
  const expected = new Set(picked.filter((p) => p.status === 'expected').map((p) => p.id));
  if (expected.size === 0) return refuse('participant.nobodyToCheckIn');
  return {
    facts: [...expected].map((id) => ({ type: 'participant.checkedIn', participant: id })),
    status: 'valid',
  };
}

/** Leaving, coming back, cancelling and taking a cancellation back. */
export function decideStatus(state: EventState, command: StatusCommand): Decision {
  const found = findParticipant(state, command.who);
  if ('decision' in found) return found.decision;
  const { person } = found;
  const answer = { participant: person.id };
  const no = (code: string) => refuse(code, { name: fullName(person) }, about(person));
  switch (command.type) {
    case 'participant.leave':
      if (person.status === 'left') return NOTHING;
      if (person.status !== 'present') return no('participant.notPresent');
      return { facts: [{ type: 'participant.left', participant: person.id }], ...answer };
    case 'participant.comeBack':
      if (person.status === 'present') return NOTHING;
      if (person.status !== 'left') return no('participant.hasNotLeft');
      return { facts: [{ type: 'participant.cameBack', participant: person.id }], ...answer };
    case 'participant.cancel':
      if (person.status === 'cancelled') return NOTHING;
      if (person.status !== 'expected') return no('participant.hasCome');
      return { facts: [{ type: 'participant.cancelled', participant: person.id }], ...answer };
    case 'participant.reinstate':
      if (person.status !== 'cancelled') return NOTHING;
      return { facts: [{ type: 'participant.reinstated', participant: person.id }], ...answer };
  }
}

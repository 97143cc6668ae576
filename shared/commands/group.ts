import type { FactBody } from '../facts/fact';
import type { Participant } from '../model/participant';
import type { EventState } from '../model/state';
import { closedRefusal, otherDay } from './attendance';
import type { CommandOf } from './command';
import { refuse } from './context';
import type { Context, Decision, GroupAnswer } from './context';
import { findParticipant } from './who';

/**
 * Everyone of one organisation, or those picked, with one action. Those already present keep their
 * time; who has cancelled is let in one by one, on purpose; who has left comes back only when picked.
 * The answer tells what became of each.
 */
export function decideGroup(
  state: EventState,
  command: CommandOf<'participant.checkInGroup'>,
  { now }: Context,
): Decision {
  const picked = new Map<string, Participant>();
  for (const who of command.who ?? []) {
    const found = findParticipant(state, who);
    if ('decision' in found) return found.decision;
    picked.set(found.person.id, found.person);
  }
  const organisation = command.organisation?.trim().toLowerCase();
  const byOrganisation: Participant[] = [];
  if (organisation) {
    for (const person of state.participants) {
      if (person.organisation.trim().toLowerCase() === organisation) byOrganisation.push(person);
    }
  }
  const everyone = new Map([...byOrganisation.map((one) => [one.id, one] as const), ...picked]);
  const withStatus = (status: Participant['status']) =>
    [...everyone.values()].filter((one) => one.status === status).map((one) => one.id);
  const group: GroupAnswer = {
    checkedIn: withStatus('expected'),
    already: withStatus('present'),
    left: withStatus('left'),
    cancelled: withStatus('cancelled'),
  };
  const back = group.left.filter((id) => picked.has(id));
  if (group.checkedIn.length + back.length === 0) return refuse('participant.nobodyToCheckIn');
  const facts: FactBody[] = [
    ...group.checkedIn.map((id) => ({
      type: 'participant.checkedIn' as const,
      participant: id,
    })),
    ...back.map((id) => ({ type: 'participant.cameBack' as const, participant: id })),
  ];
  return (
    closedRefusal(state, [...everyone.values()]) ?? {
      facts,
      status: 'valid',
      group,
      ...otherDay(state, now),
    }
  );
}

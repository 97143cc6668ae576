import { findParticipant } from '../../shared/commands/who';
import type { EventState } from '../../shared/model/state';
import { failure } from '../desk/failure';

/** Someone by id, code or e-mail; nobody else's badge is printed in place of one that is not found. */
export function idOf(state: EventState, key: string): string {
  const found = findParticipant(state, key);
  if ('decision' in found) throw failure('badges.unknown', { who: key });
  return found.person.id;
}

/** Those who are still there; a record that went into another is that one now. */
export function standing(state: EventState, who: readonly string[]): string[] {
  const found = who.map((id) => findParticipant(state, id));
  return [...new Set(found.flatMap((one) => ('person' in one ? [one.person.id] : [])))];
}

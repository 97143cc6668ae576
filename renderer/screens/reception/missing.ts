import type { Askable } from '../../../shared/model/event';
import type { Participant } from '../../../shared/model/participant';
import type { Answer } from './useReception';

/** What the organiser wants asked and this person has not stated, in the organiser's order. */
export function missingOf(person: Participant, asked: readonly Askable[]): Askable[] {
  return asked.filter((field) => person[field] === '' || person[field] === null);
}

/** Whether the answer says that somebody has just come in. */
export function hasCome({ outcome, deed }: Answer): boolean {
  return outcome.ok && ['checkIn', 'walkIn', 'comeBack'].includes(deed);
}

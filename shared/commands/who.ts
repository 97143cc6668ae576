import { heirOf } from '../facts/heir';
import { isCode, readCode, TAG_LENGTH } from '../model/code';
import { fullName } from '../model/participant';
import type { Participant } from '../model/participant';
import type { EventState } from '../model/state';
import { refuse } from './context';
import type { Decision } from './context';

/** A participant found, or the refusal that says what the person at the desk can do. */
export type Found = { person: Participant } | { decision: Decision };

/**
 * Finds a participant by id (also of a record that went into another), check-in code or e-mail (case
 * does not matter). Several people of one
 * e-mail are `ambiguous`, a whole code of another event is `wrong-event`.
 */
export function findParticipant(state: EventState, who: string): Found {
  const key = who.trim();
  const byId = state.participants.get(key);
  if (byId) return { person: byId };
  const heir = heirOf(state, key);
  if (heir) return { person: heir.person };
  const code = readCode(key);
  const byCode = state.participants.get(state.codes.get(code) ?? state.codes.get(key) ?? '');
  if (byCode) return { person: byCode };
  if (key.includes('@')) return findByEmail(state, key);
  if (isCode(code) && code.slice(0, TAG_LENGTH) !== state.event.tag) {
    return { decision: refuse('participant.wrongEvent', { who: key }, { status: 'wrong-event' }) };
  }
  return { decision: refuse('participant.unknown', { who: key }, { status: 'unknown' }) };
}

function findByEmail(state: EventState, email: string): Found {
  const wanted = email.toLowerCase();
  const matches = [...state.participants]
    .filter((person) => person.email.toLowerCase() === wanted)
    .toSorted((a, b) => fullName(a).localeCompare(fullName(b), 'fi'));
  const [only] = matches;
  if (only && matches.length === 1) return { person: only };
  if (!only) {
    return { decision: refuse('participant.unknown', { who: email }, { status: 'unknown' }) };
  }
  const names = matches.map(fullName).join(', ');
  return {
    decision: refuse(
      'participant.ambiguous',
      { who: email, names },
      { status: 'ambiguous', participants: matches },
    ),
  };
}

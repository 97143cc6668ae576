import type { EventState } from '../model/state';
import { newParticipant, wholeParticipant } from '../model/participant';
import type { OtherRecord, Participant } from '../model/participant';
import type { Fact, FactOf, Stamp } from './fact';
import { heirOf } from './heir';
import { setLatest } from './latest';
import { takenAway } from './records';

/** Replaces a participant that is known; facts about one that is not (yet, or any more) change nothing. */
function change(
  state: EventState,
  id: string,
  next: (person: Participant) => Participant,
): EventState {
  const person = state.participants.get(id);
  if (!person) return state;
  const changed = next(person);
  return changed === person
    ? state
    : { ...state, participants: state.participants.set(id, changed) };
}

const touched = (person: Participant, fact: Stamp): Participant =>
  fact.id > person.rev ? { ...person, rev: fact.id } : person;

/** The people whom a fact adds, as they begin; undefined where it is about something else. */
export function addedBy(fact: Fact): Participant[] | undefined {
  if (fact.type === 'participant.added') return [wholeParticipant(fact.participant)];
  if (fact.type !== 'participants.imported') return undefined;
  return fact.people.map(({ id, code, fields }) =>
    newParticipant({ id, code, source: 'registration', rev: id }, fields),
  );
}

/** New people, one or a whole import at once; those who are there or were taken away change nothing. */
export function added(state: EventState, participants: readonly Participant[]): EventState {
  return addedOf(state, participants).state;
}

/** As `added`; with those who were really new. */
export function addedOf(
  state: EventState,
  participants: readonly Participant[],
): { state: EventState; people: Participant[] } {
  const { gone } = state;
  const free = gone.size === 0 ? participants : participants.filter(({ id }) => !gone.has(id));
  const { table, added: people } = state.participants.addAll(free, ({ id }) => id);
  if (people.length === 0) return { state, people };
  const codes = new Map<string, string>();
  for (const { id, code, otherCodes } of people) {
    codes.set(code, id);
    for (const other of otherCodes) codes.set(other, id);
  }
  return { state: { ...state, participants: table, codes: state.codes.setAll(codes) }, people };
}

export function edited(state: EventState, fact: FactOf<'participant.edited'>): EventState {
  return change(state, fact.participant, (person) => {
    const next = touched(setLatest(person, fact.fields, fact.id), fact);
    const fields = Object.keys(fact.fields);
    if (fact.from !== 'desk' || fields.every((field) => next.atDesk.includes(field))) return next;
    return { ...next, atDesk: [...new Set([...next.atDesk, ...fields])].sort() };
  });
}

/**
 * The earliest check-in stands; one stated later never overwrites its time or desk. One that was
 * stated before an undo of the arrival was taken back with it.
 */
export function checkedIn(state: EventState, fact: FactOf<'participant.checkedIn'>): EventState {
  const heir = state.participants.has(fact.participant)
    ? undefined
    : heirOf(state, fact.participant);
  // Another desk did not know yet that the record went into another, or its word came late.
  if (heir && fact.id <= heir.record.cleared) return state;
  return change(state, heir?.person.id ?? fact.participant, (person) => {
    const stands = fact.id > (person.edits['checkedInAt'] ?? '');
    const first = stands && (person.checkedInAt === null || fact.at < person.checkedInAt);
    const next = first ? { ...person, checkedInAt: fact.at, checkedInDesk: fact.desk } : person;
    return touched(arrived(setLatest(next, { status: 'present', leftAt: null }, fact.id)), fact);
  });
}

/** Nobody whose check-in stands is still awaited, whichever word came last. */
function arrived(person: Participant): Participant {
  if (person.status !== 'expected' || person.checkedInAt === null) return person;
  return { ...person, status: 'present' };
}

export function left(state: EventState, fact: FactOf<'participant.left'>): EventState {
  return change(state, fact.participant, (person) =>
    touched(setLatest(person, { status: 'left', leftAt: fact.at }, fact.id), fact),
  );
}

export function cameBack(state: EventState, fact: FactOf<'participant.cameBack'>): EventState {
  return change(state, fact.participant, (person) =>
    touched(setLatest(person, { status: 'present', leftAt: null }, fact.id), fact),
  );
}

export function cancelled(state: EventState, fact: FactOf<'participant.cancelled'>): EventState {
  return change(state, fact.participant, (person) =>
    touched(setLatest(person, { status: 'cancelled' }, fact.id), fact),
  );
}

export function reinstated(state: EventState, fact: FactOf<'participant.reinstated'>): EventState {
  return change(state, fact.participant, (person) =>
    touched(arrived(setLatest(person, { status: 'expected' }, fact.id)), fact),
  );
}

/**
 * Two records become one. The other's codes go on working, its badges are counted here, and the
 * earlier of two check-ins stands, also against one that is told later.
 */
export function merged(state: EventState, fact: FactOf<'participant.merged'>): EventState {
  const { codes, fields, prints } = fact;
  const { status, leftAt, checkedInAt, checkedInDesk } = fact.attendance;
  const kept = state.participants.get(fact.participant);
  if (!kept || fact.id <= (kept.edits['otherCodes'] ?? '')) return state;
  const without = takenAway(state, 'participant', fact.other, fact.id);
  const joined = change(without, fact.participant, (person) => {
    const stands = checkedInAt !== null && fact.id > (person.edits['checkedInAt'] ?? '');
    const earlier = stands && (person.checkedInAt === null || checkedInAt < person.checkedInAt);
    const next = setLatest(
      earlier ? { ...person, checkedInAt, checkedInDesk } : person,
      {
        ...fields,
        status,
        leftAt,
        prints: [...new Set([...person.prints, ...prints])].sort(),
        otherCodes: [...new Set([...person.otherCodes, ...codes])],
        otherRecords: [...person.otherRecords, ...recordsOf(fact)],
      },
      fact.id,
    );
    return touched(arrived(next), fact);
  });
  const here = codes.map((code) => [code, fact.participant] as const);
  return { ...joined, codes: joined.codes.setAll(here) };
}

function recordsOf({ records, other }: FactOf<'participant.merged'>): OtherRecord[] {
  if (records.length > 0) return records;
  return [{ id: other, firstName: '', lastName: '', email: '', externalId: '', cleared: '' }];
}

export function printed(state: EventState, fact: FactOf<'badges.printed'>): EventState {
  return fact.participants.reduce(
    (folded, id) =>
      change(folded, id, (person) =>
        person.prints.includes(fact.id) || fact.id <= (person.edits['prints'] ?? '')
          ? person
          : touched({ ...person, prints: [...person.prints, fact.id].sort() }, fact),
      ),
    state,
  );
}

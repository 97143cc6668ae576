import type { Commit } from '../facts/commit';
import type { Fact } from '../facts/fact';
import { newEvent } from '../model/event';
import type { EventDetails, EventInfo } from '../model/event';
import { EMPTY_STAGE } from '../model/stage';
import type { StateJson } from '../model/state';
import { hiddenPin } from './hidden';

/** What of an event its guests may know. */
const SHOWN = ['name', 'date', 'timeZone', 'accent', 'questions'] as const satisfies ReadonlyArray<
  keyof EventDetails
>;

/** A state that holds nothing but the event as the guests may know it. */
export function kioskState({ seq, event }: StateJson): StateJson {
  return {
    seq,
    event: kioskEvent(event),
    participants: [],
    sessions: [],
    marks: [],
    stage: EMPTY_STAGE,
    feedback: [],
    gone: [],
    recent: [],
  };
}

/** A commit of as many facts, which says nothing of what happened but where it shows in `kioskState`. */
export function kioskCommit({ seq, cmd, facts }: Commit): Commit {
  return { seq, cmd, kind: '', facts: facts.map(kioskFact) };
}

function kioskFact(fact: Fact): Fact {
  const stamp = { id: fact.id, at: fact.at, desk: '' };
  switch (fact.type) {
    case 'event.created':
      return { ...stamp, type: fact.type, event: kioskEvent(fact.event) };
    case 'event.edited':
      return { ...stamp, type: fact.type, fields: shownOf(fact.fields) };
    case 'event.pinSet':
      return { ...stamp, type: fact.type, hash: hiddenPin(fact.hash) };
    case 'event.closed':
    case 'event.reopened':
    case 'event.erased':
      return { ...stamp, type: fact.type };
    default:
      return { ...stamp, type: 'event.edited', fields: {} };
  }
}

function kioskEvent(event: EventInfo): EventInfo {
  const { id, tag, closedAt, erasedAt, pinHash } = event;
  return {
    ...newEvent({ id, tag }, shownOf(event)),
    closedAt,
    erasedAt,
    pinHash: hiddenPin(pinHash),
  };
}

function shownOf(fields: Partial<EventDetails>): Partial<EventDetails> {
  return Object.fromEntries(
    SHOWN.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
}

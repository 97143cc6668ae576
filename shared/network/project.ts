import type { Frame, Outcome } from '../contract';
import type { Commit } from '../facts/commit';
import type { Fact } from '../facts/fact';
import type { Change, Done } from '../model/done';
import type { Feedback } from '../model/feedback';
import type { OtherRecord } from '../model/participant';
import type { StateJson } from '../model/state';
import { blanked, hiddenFrom, hiddenPin } from './hidden';
import type { Hidden } from './hidden';
import { kioskCommit, kioskState } from './kiosk';
import type { Role } from './roles';

/** The state as a role may know it. Folding `projectCommit` into it gives the next such state. */
export function projectState(role: Role, state: StateJson): StateJson {
  if (role === 'kiosk') return kioskState(state);
  const hidden = hiddenFrom(role);
  if (!hidden) return state;
  const { feedback, event } = state;
  return {
    ...state,
    event: { ...event, pinHash: hiddenPin(event.pinHash) },
    participants: state.participants.map((person) => ({
      ...blanked(person, hidden),
      otherRecords: person.otherRecords.map((one) => blankedRecord(one, hidden)),
    })),
    ...(feedback && { feedback: feedback.map((one) => withoutOpinion(one, hidden)) }),
    recent: state.recent.map((done) => projectDone(done, hidden)),
  };
}

/** A commit as a role may know it: as many facts as there are, so that their numbers fit. */
export function projectCommit(role: Role, commit: Commit): Commit {
  if (role === 'kiosk') return kioskCommit(commit);
  const hidden = hiddenFrom(role);
  if (!hidden) return commit;
  return { ...commit, facts: commit.facts.map((fact) => projectFact(fact, hidden)) };
}

/** What a role is told over its line; the desk's troubles with its backups are the desk's. */
export function projectFrame(role: Role, frame: Frame): Frame {
  if (role === 'desk') return frame;
  switch (frame.type) {
    case 'state':
      return { ...frame, state: projectState(role, frame.state) };
    case 'commit':
      return { ...frame, commit: projectCommit(role, frame.commit) };
    case 'alive': {
      const { notBackedUp: _theDesks, ...rest } = frame;
      return rest;
    }
    case 'stage':
      return frame;
  }
}

/** The answer to a command as a role may know it. */
export function projectOutcome(role: Role, outcome: Outcome): Outcome {
  const hidden = hiddenFrom(role);
  if (!hidden) return outcome;
  if (outcome.ok) {
    const { participant } = outcome;
    return participant ? { ...outcome, participant: blanked(participant, hidden) } : outcome;
  }
  const { participants } = outcome;
  return participants
    ? { ...outcome, participants: participants.map((one) => blanked(one, hidden)) }
    : outcome;
}

/** A fact of a kind that is not named here does not compile: somebody has to decide who may know it. */
function projectFact(fact: Fact, hidden: Hidden): Fact {
  switch (fact.type) {
    case 'event.created':
      return { ...fact, event: { ...fact.event, pinHash: hiddenPin(fact.event.pinHash) } };
    case 'event.pinSet':
      return { ...fact, hash: hiddenPin(fact.hash) };
    case 'participant.added':
      return { ...fact, participant: blanked(fact.participant, hidden) };
    case 'participants.imported': {
      const people = fact.people.map((one) => ({ ...one, fields: blanked(one.fields, hidden) }));
      return { ...fact, people };
    }
    case 'participant.edited':
      return { ...fact, fields: blanked(fact.fields, hidden) };
    case 'participant.merged':
      return {
        ...fact,
        fields: blanked(fact.fields, hidden),
        records: fact.records.map((one) => blankedRecord(one, hidden)),
      };
    case 'feedback.given':
      return { ...fact, feedback: withoutOpinion(fact.feedback, hidden) };
    case 'undone':
      return { ...fact, changes: fact.changes.map((one) => projectChange(one, hidden)) };
    case 'event.edited':
    case 'event.closed':
    case 'event.reopened':
    case 'event.erased':
    case 'participant.checkedIn':
    case 'participant.left':
    case 'participant.cameBack':
    case 'participant.cancelled':
    case 'participant.reinstated':
    case 'badges.printed':
    case 'session.added':
    case 'session.edited':
    case 'session.removed':
    case 'session.started':
    case 'session.ended':
    case 'programme.replanned':
    case 'floor.given':
    case 'turn.corrected':
    case 'turn.split':
    case 'turn.takenBack':
    case 'hands.changed':
    case 'feedback.removed':
    case 'stage.changed':
      return fact;
  }
}

function projectDone(done: Done, hidden: Hidden): Done {
  return { ...done, changes: done.changes.map((one) => projectChange(one, hidden)) };
}

function projectChange(change: Change, hidden: Hidden): Change {
  const { kind, before, after } = change;
  return { ...change, before: recordFor(kind, before), after: recordFor(kind, after) };

  function recordFor(of: Change['kind'], record: Change['before']): Change['before'] {
    if (!record) return record;
    const { pinHash, otherRecords } = record;
    if (of === 'event' && typeof pinHash === 'string') {
      return { ...record, pinHash: hiddenPin(pinHash) };
    }
    if (of !== 'participant') return record;
    const person = blanked(record, hidden);
    if (!Array.isArray(otherRecords)) return person;
    return { ...person, otherRecords: otherRecords.map((one) => blanked(one, hidden)) };
  }
}

const blankedRecord = (record: OtherRecord, hidden: Hidden): OtherRecord => blanked(record, hidden);

function withoutOpinion(feedback: Feedback, { opinions }: Hidden): Feedback {
  return opinions ? { ...feedback, answers: {} } : feedback;
}

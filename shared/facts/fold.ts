import { RECENT_LIMIT } from '../model/done';
import type { Change, Done, RecordKind } from '../model/done';
import type { Participant } from '../model/participant';
import type { EventState } from '../model/state';
import type { Commit } from './commit';
import { evolve } from './evolve';
import type { Fact } from './fact';
import { addedBy, addedOf } from './participants';
import { difference, recordOf } from './records';

/** Folds the facts of one command and remembers what they changed, so that it can be undone. */
export function fold(state: EventState, commit: Commit): EventState {
  const { state: folded, begun } = evolveAll(state, commit.facts);
  const seq = state.seq + commit.facts.length;
  const first = commit.facts[0];
  if (!first) return state;
  const changes = changesBetween(state, folded, commit.facts, begun);
  if (changes.length === 0 || first.type === 'event.created') return { ...folded, seq };
  const done: Done = {
    cmd: commit.cmd,
    kind: commit.kind,
    at: first.at,
    desk: first.desk,
    changes,
    undoneBy: '',
  };
  const earlier = commit.facts.reduce(
    (recent, fact) => (fact.type === 'undone' ? marked(recent, fact.of, commit.cmd) : recent),
    folded.recent,
  );
  return { ...folded, seq, recent: [...earlier.slice(1 - RECENT_LIMIT), done] };
}

/** `evolve` for each; people added one after another, as by an import, are taken in at once. */
function evolveAll(
  state: EventState,
  facts: readonly Fact[],
): { state: EventState; begun: Participant[] } {
  let folded = state;
  let people: Participant[] = [];
  let begun: Participant[] = [];
  const takeIn = () => {
    if (people.length === 0) return;
    const next = addedOf(folded, people);
    folded = next.state;
    begun = begun.length > 0 ? begun.concat(next.people) : next.people;
    people = [];
  };
  for (const fact of facts) {
    const more = addedBy(fact);
    if (more) {
      people = people.length > 0 ? people.concat(more) : more;
      continue;
    }
    takeIn();
    folded = evolve(folded, fact);
  }
  takeIn();
  return { state: folded, begun };
}

/** Marks a command as undone; where it was itself an undo, what that had undone stands again. */
function marked(recent: readonly Done[], undone: string, by: string): readonly Done[] {
  return recent.map((entry) => {
    if (entry.cmd === undone) return { ...entry, undoneBy: by };
    return entry.undoneBy === undone ? { ...entry, undoneBy: '' } : entry;
  });
}

function changesBetween(
  before: EventState,
  after: EventState,
  facts: readonly Fact[],
  begun: readonly Participant[],
): Change[] {
  // Nobody who begins with these facts and is taken away by them again was changed.
  const left =
    before.gone === after.gone ? begun : begun.filter(({ id }) => after.participants.has(id));
  const changes = left.map(({ id }) => begunChange(id));
  const seen = new Set(begun.map(({ id }) => id));
  for (const fact of facts) {
    // Somebody who was known already is not changed by it.
    if (fact.type === 'participants.imported') continue;
    for (const [kind, id] of touchedBy(fact)) {
      // Ids are ULIDs, never those of two kinds; there is one event and one stage.
      const record = id || kind;
      if (seen.has(record)) continue;
      seen.add(record);
      const change = difference(kind, id, recordOf(before, kind, id), recordOf(after, kind, id));
      if (change) changes.push(change);
    }
  }
  return changes;
}

const AS_IT_BEGAN = Object.freeze({});

/** Somebody came to be known; one empty object for all, of whom an import makes thousands. */
const begunChange = (id: string): Change => ({
  kind: 'participant',
  id,
  before: null,
  after: AS_IT_BEGAN,
});

/** The records that a fact can change. */
function touchedBy(fact: Fact): Array<[RecordKind, string]> {
  switch (fact.type) {
    case 'event.created':
    case 'event.erased':
    // Nobody at a desk undoes what a guest has said by undoing the last thing.
    case 'feedback.given':
    case 'feedback.removed':
      return [];
    case 'event.edited':
    case 'event.closed':
    case 'event.reopened':
    case 'event.pinSet':
      return [['event', '']];
    case 'participant.added':
      return [['participant', fact.participant.id]];
    case 'participants.imported':
      return fact.people.map(({ id }) => ['participant', id]);
    case 'participant.edited':
    case 'participant.checkedIn':
    case 'participant.left':
    case 'participant.cameBack':
    case 'participant.cancelled':
    case 'participant.reinstated':
      return [['participant', fact.participant]];
    case 'participant.merged':
      return [
        ['participant', fact.participant],
        ['participant', fact.other],
      ];
    case 'badges.printed':
      return fact.participants.map((id) => ['participant', id]);
    case 'session.added':
      return [['session', fact.session.id]];
    case 'session.edited':
    case 'session.removed':
    case 'session.started':
    case 'session.ended':
    case 'hands.changed':
      return [['session', fact.session]];
    case 'programme.replanned':
      return [...fact.changes.map((change) => change.session), ...fact.dropped].map((id) => [
        'session',
        id,
      ]);
    case 'floor.given':
    case 'turn.corrected':
    case 'turn.takenBack':
      return [['mark', fact.mark]];
    case 'turn.split':
      return [['mark', fact.mark.id]];
    case 'stage.changed':
      return [['stage', '']];
    case 'undone':
      return fact.changes.map((change) => [change.kind, change.id]);
  }
}

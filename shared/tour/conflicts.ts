import type { Commit } from '../facts/commit';
import type { Fact } from '../facts/fact';
import { fold } from '../facts/fold';
import { sameValue } from '../facts/records';
import { fullName } from '../model/participant';
import { EMPTY_STATE } from '../model/state';
import type { EventState } from '../model/state';
import { doublesOf } from './doubles';
import { MOST_TOLD } from './told';
import type { MergeTold } from './told';
import type { Union } from './union';

type Contested = MergeTold['contested'][number];
type Overruled = MergeTold['overruled'][number];

/** Two histories folded into one, and what a person should know of how they went together. */
export interface Merged {
  state: EventState;
  told: MergeTold;
}

/**
 * Folds the union of two histories from its first fact and looks what became of each side's own facts:
 * every one of them is kept in the history; those that no longer change anything are told.
 */
export function mergedOf(union: Union, here: readonly Commit[], there: readonly Commit[]): Merged {
  const whole = folded(union.commits);
  const known = { here: idsOf(here), there: idsOf(there) };
  const ours = factsOf(here).filter(({ id }) => !known.there.has(id));
  const theirs = factsOf(there).filter(({ id }) => !known.here.has(id));
  const { state } = whole;
  const effective = new Set([...folded(here).effective, ...folded(there).effective]);
  const lists = {
    overruled: union.commits
      .filter(({ cmd }) => effective.has(cmd) && !whole.effective.has(cmd))
      .map((commit) => overruledOf(commit, state)),
    contested: contestedOf(ours, theirs, state),
    doubles: doublesOf(state, addedBy(ours), addedBy(theirs)),
    panels: panelsOf(ours, theirs, state),
  };
  return {
    state,
    told: {
      common: union.common,
      here: union.here,
      there: union.there,
      overruled: lists.overruled.slice(0, MOST_TOLD),
      contested: lists.contested.slice(0, MOST_TOLD),
      doubles: lists.doubles.slice(0, MOST_TOLD),
      panels: lists.panels.slice(0, MOST_TOLD),
      more: Object.values(lists).some((list) => list.length > MOST_TOLD),
    },
  };
}

const factsOf = (commits: readonly Commit[]) => commits.flatMap(({ facts }) => facts);
const idsOf = (commits: readonly Commit[]) => new Set(factsOf(commits).map(({ id }) => id));

/** The fold, and the commands that changed something on the way. Answers of guests always do. */
function folded(commits: readonly Commit[]): { state: EventState; effective: Set<string> } {
  const effective = new Set<string>();
  const state = commits.reduce((before, commit) => {
    const after = fold(before, commit);
    const changed = after.recent !== before.recent && after.recent.at(-1)?.cmd === commit.cmd;
    if (changed) effective.add(commit.cmd);
    return after;
  }, EMPTY_STATE);
  return { state, effective };
}

function overruledOf({ kind, facts }: Commit, state: EventState): Overruled {
  const names = facts.flatMap((fact) => aboutOf(fact, state));
  const [first] = facts;
  return {
    kind,
    at: first?.at ?? 0,
    desk: first?.desk ?? '',
    about: [...new Set(names)].slice(0, 5).join(', '),
  };
}

function aboutOf(fact: Fact, state: EventState): string[] {
  const ids = [
    'participant' in fact && typeof fact.participant === 'string' ? fact.participant : '',
    'session' in fact && typeof fact.session === 'string' ? fact.session : '',
    ...('participants' in fact ? fact.participants : []),
    ...(fact.type === 'undone' ? fact.changes.map(({ id }) => id) : []),
  ];
  return ids.map((id) => nameOf(state, id)).filter(Boolean);
}

function nameOf(state: EventState, id: string): string {
  const person = state.participants.get(id);
  return person ? fullName(person) : (state.sessions.get(id)?.title ?? '');
}

interface Stated {
  record: Contested['record'];
  id: string;
  field: string;
  value: unknown;
  fact: string;
}

const stated = (record: Contested['record'], id: string, fields: object, fact: string): Stated[] =>
  Object.entries(fields).map(([field, value]) => ({ record, id, field, value, fact }));

/** The fields of which the latest word stands, as one fact sets them. */
function fieldsSetBy(fact: Fact): Stated[] {
  switch (fact.type) {
    case 'event.edited':
      return stated('event', '', fact.fields, fact.id);
    case 'event.closed':
    case 'event.reopened':
      return stated('event', '', { closedAt: fact.type === 'event.closed' }, fact.id);
    case 'participant.edited':
      return stated('participant', fact.participant, fact.fields, fact.id);
    case 'participant.left':
      return stated('participant', fact.participant, { status: 'left' }, fact.id);
    case 'participant.cameBack':
      return stated('participant', fact.participant, { status: 'present' }, fact.id);
    case 'participant.cancelled':
      return stated('participant', fact.participant, { status: 'cancelled' }, fact.id);
    case 'participant.reinstated':
      return stated('participant', fact.participant, { status: 'expected' }, fact.id);
    case 'session.edited':
      return stated('session', fact.session, fact.fields, fact.id);
    case 'session.started':
      return stated('session', fact.session, { startedAt: fact.at }, fact.id);
    case 'session.ended':
      return stated('session', fact.session, { endedAt: fact.at }, fact.id);
    case 'programme.replanned':
      return fact.changes.flatMap((one) => stated('session', one.session, one.fields, fact.id));
    default:
      return [];
  }
}

/** Where a mapping of columns was remembered last matters to nobody. */
const UNTOLD = new Set(['importMapping']);

function contestedOf(ours: Fact[], theirs: Fact[], state: EventState): Contested[] {
  const [here, there] = [latestOf(ours), latestOf(theirs)];
  return [...here].flatMap(([key, mine]): Contested[] => {
    const other = there.get(key);
    if (!other || sameValue(mine.value, other.value) || UNTOLD.has(mine.field)) return [];
    return [
      {
        record: mine.record,
        name: mine.record === 'event' ? state.event.name : nameOf(state, mine.id),
        field: mine.field,
        here: shown(mine.value),
        there: shown(other.value),
        kept: mine.fact > other.fact ? 'here' : 'there',
      },
    ];
  });
}

function latestOf(facts: readonly Fact[]): Map<string, Stated> {
  const latest = new Map<string, Stated>();
  for (const one of facts.flatMap(fieldsSetBy)) {
    const key = `${one.record} ${one.id} ${one.field}`;
    if (one.fact > (latest.get(key)?.fact ?? '')) latest.set(key, one);
  }
  return latest;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

function addedBy(facts: readonly Fact[]): Set<string> {
  return new Set(
    facts.flatMap((fact) => {
      if (fact.type === 'participant.added') return [fact.participant.id];
      return fact.type === 'participants.imported' ? fact.people.map(({ id }) => id) : [];
    }),
  );
}

function panelsOf(ours: Fact[], theirs: Fact[], state: EventState): string[] {
  const timed = (facts: Fact[]) =>
    new Set(facts.flatMap((fact) => (fact.type === 'floor.given' ? [fact.session] : [])));
  const there = timed(theirs);
  return [...timed(ours)].filter((id) => there.has(id)).map((id) => nameOf(state, id));
}

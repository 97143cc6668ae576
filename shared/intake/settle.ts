import type { Participant } from '../model/participant';
import { newParticipant } from '../model/participant';
import type { Entry } from './entry';
import { matchEntries } from './match';
import { People } from './people';
import { planOf } from './planOf';
import type { Assigned, Planned } from './planOf';
import type { Steps } from './steps';
import type { IsTaken } from './taken';

/** What a plan is made of. */
export interface Matter {
  known: readonly Participant[];
  /** They, for one look. */
  people: People;
  entries: readonly Entry[];
  /** See `isForeign`. */
  own: number;
  isTaken: IsTaken;
}

/** So many looks to find what holds, and so many more in which rows are set apart; two are nearly always enough. */
const LOOKS = 8;

const NOBODY: ReadonlySet<number> = new Set();

/**
 * The plan under which every row finds the same person again when the file is imported once more. Where rows that
 * contradict each other find another, that one is tried; rows that go on finding others are people of their own.
 */
export function* settledPlan({ known, people, entries, own, isTaken }: Matter): Steps<Planned> {
  const look = function* (among: People, apart = NOBODY, numbers = 0) {
    return yield* matchEntries(among, entries, { apart, own: numbers });
  };
  const rows = entries.map(({ row }) => row);
  const first = yield* look(people);
  let assigned: readonly Assigned[] = first.people;
  const apart = new Set<number>();
  for (let looks = 1; ; looks++) {
    const planned = yield* planOf(assigned, rows, isTaken);
    if (first.certain || looks === 2 * LOOKS) return planned;
    const again = yield* look(yield* People.of(afterwards(known, planned)), NOBODY, own);
    const lost = lostRows(assigned, again.people);
    if (lost.length === 0) return planned;
    if (looks < LOOKS) assigned = asFound(known, again.people);
    else {
      for (const at of lost) apart.add(at);
      assigned = (yield* look(yield* People.of(known), apart)).people;
    }
  }
}

/** Rows that would find somebody else, or nobody. */
function lostRows(before: readonly Assigned[], after: readonly Assigned[]): number[] {
  const found = new Map<number, string>();
  for (const { person, rows } of after) {
    for (const at of rows) found.set(at, person?.id ?? '');
  }
  let begun = 0;
  return before.flatMap(({ person, rows }) => {
    const id = person?.id ?? begunId(begun++);
    return rows.filter((at) => found.get(at) !== id);
  });
}

/** Those whom rows have found among the people of a plan, as they are before it. */
function asFound(known: readonly Participant[], found: readonly Assigned[]): Assigned[] {
  const byId = new Map(known.map((person) => [person.id, person]));
  return found.map(({ person, rows }) => ({ person: byId.get(person?.id ?? '') ?? null, rows }));
}

/** Stands for the id of somebody whom the file begins: later than all, in its order. */
const begunId = (index: number) => `~${String(index).padStart(7, '0')}`;

/** Everybody as they would be after the plan; new ones come last, as their ids will. */
function afterwards(known: readonly Participant[], { plan }: Planned): Participant[] {
  const changed = new Map(plan.updated.map((update) => [update.id, update.fields]));
  const begun = plan.added.map(({ code = '', fields }, index) => {
    const id = begunId(index);
    return newParticipant({ id, code, source: 'registration', rev: id }, fields);
  });
  return [...known.map((person) => ({ ...person, ...changed.get(person.id) })), ...begun];
}

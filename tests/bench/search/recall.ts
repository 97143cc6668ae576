import { fold } from '../../../shared/search/fold';
import { withSlip } from './keystrokes';
import type { Chance } from './chance';
import type { Engine } from './engines';
import type { Person } from './names';

const seen = 10;

/** A way to look for a person, and who can be looked for so. */
export interface Task {
  name: string;
  /** The share that is to be found, in per cent. */
  target: number;
  /** What is typed, or undefined where this person cannot be looked for so. */
  query(person: Person): string | undefined;
}

function tally(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * The tasks over these people. More than ten of one last name cannot all be among ten: there one goes on typing the
 * first name, and where an organisation sent more than ten, the last name and then the first.
 */
export function tasks(people: readonly Person[], draw: Chance): Task[] {
  const byLast = tally(people.map((person) => fold(person.lastName)));
  const byHouse = tally(people.map((person) => fold(person.organisation)));
  const byHouseAndLast = tally(
    people.map((person) => fold(`${person.organisation} ${person.lastName}`)),
  );
  const few = (counts: Map<string, number>, text: string): boolean =>
    (counts.get(fold(text)) ?? 0) <= seen;
  const asLongAsNeeded = (person: Person): string =>
    few(byLast, person.lastName) ? person.lastName : `${person.lastName} ${person.firstName}`;
  return [
    { name: 'last name', target: 100, query: asLongAsNeeded },
    {
      name: 'Last First',
      target: 100,
      query: (person) => `${person.lastName} ${person.firstName}`,
    },
    {
      name: 'å ä ö typed as a o',
      target: 100,
      query: (person) => {
        const typed = asLongAsNeeded(person);
        return fold(typed) === typed.toLowerCase() ? undefined : fold(typed);
      },
    },
    {
      name: 'a o typed as å ä ö',
      target: 100,
      query: (person) => {
        const typed = asLongAsNeeded(person)
          .replace(/a/g, draw.pick(['ä', 'å']))
          .replace(/o/g, 'ö');
        return typed === asLongAsNeeded(person) ? undefined : typed;
      },
    },
    {
      name: 'last names of 3 letters or fewer',
      target: 100,
      query: (person) => (person.lastName.length <= 3 ? asLongAsNeeded(person) : undefined),
    },
    {
      name: 'organisation',
      target: 100,
      query: ({ organisation, lastName, firstName }) => {
        if (organisation === '') return undefined;
        if (few(byHouse, organisation)) return organisation;
        const withLast = `${organisation} ${lastName}`;
        return few(byHouseAndLast, withLast) ? withLast : `${withLast} ${firstName}`;
      },
    },
    {
      name: 'First Last with one slip',
      target: 99,
      query: (person) => withSlip(`${person.firstName} ${person.lastName}`, draw),
    },
  ];
}

/** A query and the place of the person it is meant for. */
export interface Search {
  query: string;
  target: number;
}

/** Draws people evenly over the list and says what is typed for each. */
export function searches(people: readonly Person[], task: Task, count: number): Search[] {
  const found: Search[] = [];
  const all = people.flatMap((person, target) => {
    const query = task.query(person);
    return query === undefined ? [] : [{ query, target }];
  });
  const step = Math.max(1, all.length / count);
  for (let at = 0; at < all.length; at += step) {
    const search = all[Math.floor(at)];
    if (search) found.push(search);
  }
  return found;
}

/** The share of searches, in per cent, in which the person meant is among the first ten. */
export function recall(engine: Engine, wanted: readonly Search[]): number {
  const hits = wanted.filter(({ query, target }) => engine.find(query, seen).includes(target));
  return (100 * hits.length) / wanted.length;
}

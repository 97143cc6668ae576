import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { fold } from '../../../shared/search/fold';

/** By last name, then by the others. */
const sortName = ({ lastName, firstName }: Participant) => `${lastName} ${firstName}`.trim();

/**
 * Everybody in the order of their names. Thousands of people are sorted once: when one of them changes, the order
 * of before is nearly right, and sorting what is nearly sorted takes next to nothing.
 */
export function peopleOrder(
  people: Iterable<Participant>,
  before: readonly Participant[],
  compare: (a: string, b: string) => number,
): Participant[] {
  const now = new Map<string, Participant>();
  for (const person of people) now.set(person.id, person);
  const ordered: Participant[] = [];
  for (const { id } of before) {
    const person = now.get(id);
    if (person) ordered.push(person);
    now.delete(id);
  }
  return [...ordered, ...now.values()].sort((a, b) => compare(sortName(a), sortName(b)));
}

/** Everybody by name, as people come and change. */
export class PeopleByName {
  private people: readonly Participant[] = [];

  follow(
    people: Iterable<Participant>,
    compare: (a: string, b: string) => number,
  ): readonly Participant[] {
    this.people = peopleOrder(people, this.people, compare);
    return this.people;
  }
}

/** What each was searched by last; a person who changes is another record. */
const texts = new WeakMap<Participant, string>();

function textOf(person: Participant): string {
  let text = texts.get(person);
  if (text === undefined) {
    text = fold(`${fullName(person)} ${person.organisation}`);
    texts.set(person, text);
  }
  return text;
}

/** Those in whom every word that was typed is found, `first` before the others. */
export function peopleFound(
  people: readonly Participant[],
  typed: string,
  first: readonly string[],
): Participant[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const found = people.filter((one) => words.every((word) => textOf(one).includes(word)));
  if (first.length === 0) return found;
  const isFirst = new Set(first);
  return [
    ...found.filter(({ id }) => isFirst.has(id)),
    ...found.filter(({ id }) => !isFirst.has(id)),
  ];
}

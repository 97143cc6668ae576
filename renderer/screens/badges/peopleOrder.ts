import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { fold } from '../../../shared/search/fold';

/** Up to so many newcomers are put into the order one by one. */
const FEW = 50;

/**
 * Everybody in the order of their names: by last name, then by first name. Thousands have few hundred names between
 * them, so names are compared as words, once, and people by where their words stand. When one of them changes, the
 * order of before is nearly right, and sorting what is nearly sorted takes next to nothing.
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
  const order = now.size > FEW ? byWords([...ordered, ...now.values()], compare) : byNames(compare);
  return [...ordered, ...now.values()].sort(order);
}

type Order = (a: Participant, b: Participant) => number;

const byNames =
  (compare: (a: string, b: string) => number): Order =>
  (a, b) =>
    compare(a.lastName, b.lastName) || compare(a.firstName, b.firstName);

/** The same order, made of each different name's place among the others. */
function byWords(people: readonly Participant[], compare: (a: string, b: string) => number): Order {
  const names = new Set<string>();
  for (const { lastName, firstName } of people) names.add(lastName).add(firstName);
  const places = new Map<string, number>();
  let place = 0;
  let before: string | undefined;
  for (const name of [...names].sort(compare)) {
    if (before !== undefined && compare(before, name) !== 0) place += 1;
    places.set(name, place);
    before = name;
  }
  const keys = new Map<Participant, number>();
  const size = names.size;
  for (const person of people) {
    const [last, first] = [places.get(person.lastName), places.get(person.firstName)];
    keys.set(person, (last ?? 0) * size + (first ?? 0));
  }
  return (a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0);
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

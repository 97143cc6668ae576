import type { Participant } from '../../../shared/model/participant';

/** Those of one organisation who are still awaited, by name; compared as the desk compares. */
export function awaitedOf(people: Iterable<Participant>, organisation: string): Participant[] {
  const wanted = organisation.trim().toLowerCase();
  if (!wanted) return [];
  const awaited: Participant[] = [];
  for (const person of people) {
    if (person.status !== 'expected') continue;
    if (person.organisation.trim().toLowerCase() === wanted) awaited.push(person);
  }
  return awaited.toSorted((a, b) => a.lastName.localeCompare(b.lastName, 'fi'));
}

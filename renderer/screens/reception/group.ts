import type { GroupAnswer } from '../../../shared/commands/context';
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

/** Names told of a large group. */
const NAMED = 12;

/** The names in one line; of very many the first. */
export function someNames(names: readonly string[]): string {
  const line = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? `${line} …` : line;
}

/** What the answer to a group says, line by line: who came, who was here, who had left, who cancelled. */
export const GROUP_LINES = ['checkedIn', 'already', 'left', 'cancelled'] as const;

/** How many came in with the group's action: those awaited, and those picked who had left. */
export function cameOf(group: GroupAnswer, wasPicked: boolean): number {
  return group.checkedIn.length + (wasPicked ? group.left.length : 0);
}

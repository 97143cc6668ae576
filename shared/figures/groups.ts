import { hasCome, SECTORS } from '../model/participant';
import type { Participant } from '../model/participant';
import { fold } from '../search/fold';
import type { Group } from './model';

/** Whether the person had signed up before the day. */
export const isRegistered = (person: Pick<Participant, 'source'>): boolean =>
  person.source !== 'walk-in';

/**
 * Counts people by what they have stated. Those who have not are a group of their own, last, and no
 * part of any share: share = came of the group / came of all groups that have stated it.
 */
export function groupsOf(
  people: readonly Participant[],
  keyOf: (person: Participant) => string,
): Group[] {
  const groups = new Map<string, { key: string; registered: number; came: number }>();
  for (const person of people) {
    const key = keyOf(person).trim().replaceAll(/\s+/gu, ' ');
    const same = fold(key);
    const group = groups.get(same) ?? { key, registered: 0, came: 0 };
    if (isRegistered(person)) group.registered += 1;
    if (hasCome(person)) group.came += 1;
    groups.set(same, group);
  }
  const stated = [...groups.values()].reduce((sum, { key, came }) => sum + (key ? came : 0), 0);
  return [...groups.values()]
    .map((group) => ({ ...group, share: group.key && stated ? group.came / stated : null }))
    .toSorted((a, b) => Number(!a.key) - Number(!b.key) || b.came - a.came);
}

/** The four sectors in their usual order, each of them even when nobody is of it, then those not known. */
export function bySector(people: readonly Participant[]): Group[] {
  const groups = groupsOf(people, ({ sector }) => sector);
  const known = SECTORS.map(
    (key) => groups.find((group) => group.key === key) ?? noneOf(key, groups),
  );
  return [...known, ...groups.filter(({ key }) => key === '')];
}

function noneOf(key: string, groups: readonly Group[]): Group {
  const stated = groups.some((group) => group.key !== '' && group.came > 0);
  return { key, registered: 0, came: 0, share: stated ? 0 : null };
}

/** Headings, folded, under which registration forms ask where somebody comes from. */
const REGION = new Set(
  [
    'maakunta',
    'alue',
    'hyvinvointialue',
    'kunta',
    'kotikunta',
    'paikkakunta',
    'kaupunki',
    'landskap',
    'region',
    'välfärdsområde',
    'kommun',
    'hemkommun',
    'ort',
    'municipality',
    'county',
    'city',
  ].map(fold),
);

/** Where the person comes from, as the registration form asked for it; '' where it did not. */
export function regionOf({ answers }: Pick<Participant, 'answers'>): string {
  const found = Object.entries(answers).find(([heading]) => REGION.has(fold(heading)));
  return found?.[1] ?? '';
}

/** How many different organisations there are among people, however their names are spaced or cased. */
export function countOrganisations(people: readonly Participant[]): number {
  const names = people.map(({ organisation }) => fold(organisation).replaceAll(/\s+/gu, ' '));
  return new Set(names.map((name) => name.trim()).filter(Boolean)).size;
}

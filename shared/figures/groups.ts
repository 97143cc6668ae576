import { hasCome, SECTORS } from '../model/participant';
import type { Participant } from '../model/participant';
import { fold } from '../search/fold';
import { NAMED_FROM, OTHERS, plainKey, sameGroup } from './known';
import type { Group } from './model';

/** Whether the person had signed up before the day. */
export const isRegistered = (person: Pick<Participant, 'source'>): boolean =>
  person.source !== 'walk-in';

/**
 * Counts people by what they have stated. Those who have not are a group of their own, last, and no
 * part of any share: share = came of the group / came of all groups that have stated it. A name that is not known
 * everywhere and that fewer than `NAMED_FROM` people stated goes into the group of the others.
 */
export function groupsOf(
  people: readonly Participant[],
  keyOf: (person: Participant) => string,
  known: (key: string) => boolean = () => true,
): Group[] {
  const stating = new Map<string, Counted>();
  for (const person of people) {
    const key = plainKey(keyOf(person));
    const same = sameGroup(key);
    const group = stating.get(same) ?? { key, people: 0, registered: 0, came: 0 };
    group.people += 1;
    if (isRegistered(person)) group.registered += 1;
    if (hasCome(person)) group.came += 1;
    stating.set(same, group);
  }
  const groups = new Map<string, Counted>();
  for (const group of stating.values()) {
    const isNamed = group.key === '' || group.people >= NAMED_FROM || known(group.key);
    const key = isNamed ? group.key : OTHERS;
    const same = sameGroup(key);
    const sum = groups.get(same) ?? { key, people: 0, registered: 0, came: 0 };
    sum.registered += group.registered;
    sum.came += group.came;
    groups.set(same, sum);
  }
  const all = [...groups.values()];
  const stated = all.reduce((sum, { key, came }) => sum + (key ? came : 0), 0);
  return all
    .map(({ key, registered, came }) => ({
      key,
      registered,
      came,
      share: key && stated ? came / stated : null,
    }))
    .toSorted((a, b) => Number(!a.key) - Number(!b.key) || b.came - a.came || byKey(a, b));
}

interface Counted {
  key: string;
  /** All who stated it, whether they came or not. */
  people: number;
  registered: number;
  came: number;
}

/** Groups as large as each other stand in the order of their names, whoever was first to state them. */
const byKey = (a: Group, b: Group) => (sameGroup(a.key) < sameGroup(b.key) ? -1 : 1);

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

/** Whether a registration form asks under this heading where somebody comes from. */
export const asksRegion = (heading: string): boolean => REGION.has(fold(heading));

/** Where the person comes from, as the registration form asked for it; '' where it did not. */
export function regionOf({ answers }: Pick<Participant, 'answers'>): string {
  const found = Object.entries(answers).find(([heading]) => asksRegion(heading));
  return found?.[1] ?? '';
}

/** How many different organisations there are among people, however their names are spaced or cased. */
export function countOrganisations(people: readonly Participant[]): number {
  const names = people.map(({ organisation }) => fold(organisation).replaceAll(/\s+/gu, ' '));
  return new Set(names.map((name) => name.trim()).filter(Boolean)).size;
}

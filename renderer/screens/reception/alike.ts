import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { words } from '../../../shared/search/fold';

/** How many who may be the same person are shown. */
const SHOWN = 3;

type Named = Pick<Participant, 'firstName' | 'lastName'>;

/** Records never change, so a name is taken apart once. */
const keys = new WeakMap<Named, string>();

/** First and last name without case, marks and order: "Koemäki Aino" is "aino koemaki". */
function nameKey(person: Named): string {
  const known = keys.get(person);
  if (known !== undefined) return known;
  const key = words(`${person.firstName} ${person.lastName}`).toSorted().join(' ');
  keys.set(person, key);
  return key;
}

/** Others of the same name, or the same e-mail, who may be this person a second time. */
export function samePeople(person: Participant, people: Iterable<Participant>): Participant[] {
  const key = nameKey(person);
  const email = person.email.trim().toLowerCase();
  const same: Participant[] = [];
  for (const one of people) {
    if (one.id === person.id || same.includes(one)) continue;
    const sharesEmail = email !== '' && one.email.trim().toLowerCase() === email;
    if (sharesEmail || (key !== '' && nameKey(one) === key)) same.push(one);
    if (same.length === SHOWN) break;
  }
  return same.toSorted((a, b) => fullName(a).localeCompare(fullName(b), 'fi'));
}

/** Somebody registered under exactly the name that is being written. */
export function namesake(
  name: { firstName: string; lastName: string },
  found: readonly Participant[],
): Participant | undefined {
  const key = nameKey(name);
  return key ? found.find((one) => nameKey(one) === key) : undefined;
}

/**
 * Who is meant where nobody sees the list: the only one found, or the only one of exactly this name.
 * Two of one name are nobody: then a person has to look.
 */
export function theOneMeant(typed: string, found: readonly Participant[]): Participant | undefined {
  if (found.length === 1) return found[0];
  const key = words(typed).toSorted().join(' ');
  const exact = key ? found.filter((one) => nameKey(one) === key) : [];
  return exact.length === 1 ? exact[0] : undefined;
}

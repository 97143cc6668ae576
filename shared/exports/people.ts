import { fullName, hasCome } from '../model/participant';
import type { Participant } from '../model/participant';
import type { Instant } from '../model/units';

const collator = new Intl.Collator('fi');

/** By last name, as people look for people. */
export function byName(
  a: Pick<Participant, 'id' | 'lastName' | 'firstName'>,
  b: Pick<Participant, 'id' | 'lastName' | 'firstName'>,
): number {
  return (
    collator.compare(a.lastName, b.lastName) ||
    collator.compare(a.firstName, b.firstName) ||
    (a.id < b.id ? -1 : 1)
  );
}

/**
 * Whether the other participants may have this one's contact details: said yes, and has not cancelled. Of those whose
 * personal data were erased there is nothing to share.
 */
export function sharesContacts(person: Participant): boolean {
  const { consentContact, status, firstName, lastName, email, phone } = person;
  const isErased = [firstName, lastName, email, phone].every((text) => text === '');
  return consentContact === true && status !== 'cancelled' && !isErased;
}

/** All of them, by name. */
export function sharingContacts(people: Iterable<Participant>): Participant[] {
  return [...people].filter(sharesContacts).toSorted(byName);
}

/** Who came, and when by the desk's check-ins; `out` is null where nobody recorded a leaving. */
export interface Attended {
  name: string;
  organisation: string;
  in: Instant;
  out: Instant | null;
}

/** Everybody who came, whether registered or not, by name; the first coming in and the last going out. */
export function attendedBy(people: Iterable<Participant>): Attended[] {
  return [...people]
    .filter(hasCome)
    .toSorted(byName)
    .map((person) => ({
      name: fullName(person),
      organisation: person.organisation,
      in: person.checkedInAt ?? 0,
      out: person.status === 'left' ? person.leftAt : null,
    }));
}

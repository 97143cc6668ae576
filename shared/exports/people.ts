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

/** Those whose contact details the other participants may have: they said yes, and have not cancelled. */
export function sharingContacts(people: Iterable<Participant>): Participant[] {
  return [...people]
    .filter(({ consentContact, status }) => consentContact === true && status !== 'cancelled')
    .toSorted(byName);
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

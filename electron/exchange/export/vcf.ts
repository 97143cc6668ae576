import { sharingContacts } from '../../../shared/exports/people';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import type { EventState } from '../../../shared/model/state';
import { foldedLine, textValue } from './contentLine';

/** Contact cards (vCard 4.0, RFC 6350) of those who consented to their contact details being shared. */
export function contactsVcf(state: EventState): { text: string; cards: number } {
  const people = sharingContacts(state.participants);
  const text = people.map((person) => `${card(person).map(foldedLine).join('\r\n')}\r\n`).join('');
  return { text, cards: people.length };
}

function card(person: Participant): string[] {
  const { firstName, lastName, organisation, title, email, phone } = person;
  const given = (name: string, value: string) => (value ? [`${name}:${textValue(value)}`] : []);
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `FN:${textValue(fullName(person))}`,
    `N:${textValue(lastName)};${textValue(firstName)};;;`,
    ...given('ORG', organisation),
    ...given('TITLE', title),
    ...given('EMAIL', email),
    ...given('TEL', phone),
    'END:VCARD',
  ];
}

import { fullName } from '../model/participant';
import type { Participant } from '../model/participant';
import type { EventState } from '../model/state';
import { fold } from '../search/fold';
import type { MergeTold } from './told';

/**
 * People whom one side has added and the other side too, as it seems: the same number of a registration
 * system, the same e-mail, or the same name at the same organisation. Both records stay; a person joins them.
 */
export function doublesOf(
  { participants }: Pick<EventState, 'participants'>,
  here: ReadonlySet<string>,
  there: ReadonlySet<string>,
): MergeTold['doubles'] {
  const known = new Set<string>();
  for (const id of here) {
    const person = participants.get(id);
    if (person) for (const sign of signsOf(person)) known.add(sign);
  }
  return [...there].flatMap((id) => {
    const person = participants.get(id);
    if (!person || !signsOf(person).some((sign) => known.has(sign))) return [];
    return [{ name: fullName(person), organisation: person.organisation }];
  });
}

function signsOf(person: Participant): string[] {
  const { externalId, email, organisation } = person;
  const name = fold(fullName(person)).trim();
  return [
    ...(externalId ? [`number ${externalId}`] : []),
    ...(email ? [`mail ${email.toLowerCase()}`] : []),
    ...(name && !email ? [`name ${name} at ${fold(organisation).trim()}`] : []),
  ];
}

import type { Participant } from '../../../shared/model/participant';
import type { EventState } from '../../../shared/model/state';

/** Who gets a badge. */
export type Whom = 'all' | 'present' | 'unprinted' | 'picked';

export const WHOM: readonly Whom[] = ['all', 'present', 'unprinted', 'picked'];

/** How many each choice means. */
export type Counts = Record<Exclude<Whom, 'picked'>, number>;

/** How many each choice means now; those who have cancelled get none unless picked. */
export function countWhom(participants: EventState['participants']): Counts {
  const counts = { all: 0, present: 0, unprinted: 0 };
  for (const { status, prints } of participants) {
    if (status === 'cancelled') continue;
    counts.all += 1;
    if (status === 'present') counts.present += 1;
    if (prints.length === 0) counts.unprinted += 1;
  }
  return counts;
}

/** Of these people, those who have had a badge before. */
export function printedBefore(
  participants: EventState['participants'],
  ids: readonly string[],
): Participant[] {
  return ids.flatMap((id) => {
    const person = participants.get(id);
    return person && person.prints.length > 0 ? [person] : [];
  });
}

/** The ids of those whom a choice means, as `countWhom` counts them. */
export function idsOf(
  participants: EventState['participants'],
  whom: Whom,
  picked: readonly string[],
): string[] {
  if (whom === 'picked') return [...picked];
  const meant = [...participants].filter(({ status, prints }) => {
    if (status === 'cancelled') return false;
    if (whom === 'present') return status === 'present';
    return whom === 'all' || prints.length === 0;
  });
  return meant.map(({ id }) => id);
}

import { SECTORS } from '../../shared/model/participant';
import type { Participant, Sector } from '../../shared/model/participant';

export interface HeadCount {
  /** In the house now. */
  present: number;
  /** Everyone who has not cancelled: those who have come, and those still awaited. */
  expected: number;
  /** In the house now, by sector; '' = not known. */
  sectors: Record<Sector, number>;
}

const counted = new WeakMap<Iterable<Participant>, HeadCount>();

/** Counts the people of an event for the bar and the reception; the same people are counted once. */
export function headCount(people: Iterable<Participant>): HeadCount {
  const known = counted.get(people) ?? counting(people);
  counted.set(people, known);
  return known;
}

function counting(people: Iterable<Participant>): HeadCount {
  const sectors: Record<Sector, number> = { private: 0, public: 0, third: 0, other: 0, '': 0 };
  let present = 0;
  let expected = 0;
  for (const person of people) {
    if (person.status !== 'cancelled') expected += 1;
    if (person.status !== 'present') continue;
    present += 1;
    sectors[person.sector] += 1;
  }
  return { present, expected, sectors };
}

/** The order in which sectors are shown; those not known last. */
export const SECTOR_ORDER: readonly Sector[] = [...SECTORS, ''];

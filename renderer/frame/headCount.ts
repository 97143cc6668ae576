import { SECTORS } from '../../shared/model/participant';
import type { Participant, Sector } from '../../shared/model/participant';
import { Table } from '../../shared/model/table';

export interface HeadCount {
  /** In the house now. */
  present: number;
  /** Everyone who has not cancelled: those who have come, and those still awaited. */
  expected: number;
  /** In the house now, by sector; '' = not known. */
  sectors: Record<Sector, number>;
}

const NOBODY: HeadCount = {
  present: 0,
  expected: 0,
  sectors: { private: 0, public: 0, third: 0, other: 0, '': 0 },
};

let last: { people: Table<Participant>; count: HeadCount } = {
  people: Table.empty(),
  count: NOBODY,
};

/**
 * Counts the people of an event for the bar and the reception. Only those are counted anew who have changed since
 * the last count, so that a check-in among 10,000 costs next to nothing.
 */
export function headCount(people: Table<Participant>): HeadCount {
  if (people !== last.people) last = { people, count: countedOn(people, last) };
  return last.count;
}

function countedOn(people: Table<Participant>, older: typeof last): HeadCount {
  const { put, removed } = people.changedSince(older.people);
  const count = { ...older.count, sectors: { ...older.count.sectors } };
  const add = (person: Participant | undefined, by: 1 | -1): void => {
    if (!person) return;
    if (person.status !== 'cancelled') count.expected += by;
    if (person.status !== 'present') return;
    count.present += by;
    count.sectors[person.sector] += by;
  };
  for (const person of put) {
    add(older.people.get(person.id), -1);
    add(person, 1);
  }
  for (const id of removed) add(older.people.get(id), -1);
  return count;
}

/** The order in which sectors are shown; those not known last. */
export const SECTOR_ORDER: readonly Sector[] = [...SECTORS, ''];

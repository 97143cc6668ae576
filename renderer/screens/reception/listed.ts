import type { Participant } from '../../../shared/model/participant';
import type { Directory } from './directory';

/** Whom the list shows: everyone, those still awaited, or those in the house. */
export const FILTERS = ['all', 'expected', 'present'] as const;
export type Filter = (typeof FILTERS)[number];

/** The people in the list at one moment, and for what they were listed. */
export interface Listing {
  query: string;
  filter: Filter;
  /** The directory's `names` they were listed by. */
  names: number;
  ids: readonly string[];
}

/**
 * The listing for what has been typed. While the words stay the same the order stays too: whoever has
 * just been checked in keeps the place and is not pushed away under the finger, so that a second Enter
 * can never hit the next person. `kept` stays listed whatever the filter says.
 */
export function listFor(
  directory: Directory,
  query: string,
  filter: Filter,
  kept: string,
  last: Listing | undefined,
): Listing {
  const typed = query.trim() !== '';
  const { names } = directory;
  const same = last?.query === query && last.filter === filter && last.names === names;
  if (last && same && (typed || filter === 'all')) return last;
  if (!typed && filter === 'all') return { query, filter, names, ids: directory.ids() };
  const people = typed ? directory.find(query) : directory.all();
  const fits = (person: Participant) =>
    filter === 'all' || person.status === filter || (!typed && person.id === kept);
  const ids = people.filter(fits).map((person) => person.id);
  return { query, filter, names, ids };
}

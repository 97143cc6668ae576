import type { Participant } from '../../../shared/model/participant';
import type { Directory } from './directory';

/** Whom the list shows: everyone, those still awaited, or those in the house. */
export const FILTERS = ['all', 'expected', 'present'] as const;
export type Filter = (typeof FILTERS)[number];

/** The people listed for what has been typed; `_version` says which state of the directory it is of. */
export function listed(
  directory: Directory,
  _version: unknown,
  query: string,
  filter: Filter,
): readonly Participant[] {
  const people = query.trim() === '' ? directory.all() : directory.find(query);
  return filter === 'all' ? people : people.filter((person) => person.status === filter);
}

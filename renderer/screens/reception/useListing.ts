import { useEffect, useMemo, useState } from 'react';
import type { Participant } from '../../../shared/model/participant';
import type { Directory } from './directory';
import { listFor } from './listed';
import type { Filter, Listing } from './listed';

/** People made searchable at a stretch while nobody types: a few ms of work. */
const SLICE = 100;

/** The rows of the list and which of them is highlighted; `kept` is whom the last answer is about. */
export function useListing(
  directory: Directory,
  people: unknown,
  query: string,
  filter: Filter,
  kept: string,
) {
  usePreparation(directory, people);
  const [last, setLast] = useState<Listing>();
  const [chosen, setChosen] = useState('');
  const listing = listFor(directory, query, filter, kept, last);
  if (listing !== last) {
    setLast(listing);
    // New words, new first row; a change of names leaves the highlight where it is.
    if (last && (last.query !== query || last.filter !== filter)) setChosen('');
  }
  // `people` is what the directory holds now: the same ids are other records after a commit.
  const rows = useMemo(() => recordsOf(listing, directory, people), [listing, directory, people]);
  const at = Math.max(0, chosen === '' ? 0 : listing.ids.indexOf(chosen));
  return {
    rows,
    current: rows[at],
    /** Moves the highlight by so many rows, never past the ends. */
    step(by: number) {
      setChosen(rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.id ?? '');
    },
  };
}

function recordsOf(
  { query, filter, ids }: Listing,
  directory: Directory,
  _people: unknown,
): readonly Participant[] {
  if (query.trim() === '' && filter === 'all') return directory.all();
  return ids.flatMap((id) => directory.get(id) ?? []);
}

/** Makes the people of a new event searchable, slice by slice, so that keys and taps come in between. */
function usePreparation(directory: Directory, people: unknown): void {
  useEffect(() => {
    let due: ReturnType<typeof setTimeout>;
    const slice = () => {
      if (directory.prepare(SLICE)) due = setTimeout(slice);
    };
    due = setTimeout(slice);
    return () => clearTimeout(due);
  }, [directory, people]);
}

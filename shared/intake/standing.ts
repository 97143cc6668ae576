import { detailsSchema } from '../model/participant';
import type { Participant } from '../model/participant';
import type { Table } from '../model/table';

/** What an import looks at in somebody who is known: what a file may state, and the signs of identity. */
const READ = [...detailsSchema.keyof().options, 'code', 'otherCodes', 'atDesk'] as const;

/**
 * Whether what an import would do among some people is what it would do among them later: nobody came
 * to be known or was taken away, and nobody's details are others. Who was checked in meanwhile does
 * not matter. Costs by what has changed.
 */
export function standsFor(before: Table<Participant>, after: Table<Participant>): boolean {
  if (before === after) return true;
  const { put, removed } = after.changedSince(before);
  return (
    removed.length === 0 &&
    put.every((person) => {
      const was = before.get(person.id);
      return was !== undefined && READ.every((field) => was[field] === person[field]);
    })
  );
}

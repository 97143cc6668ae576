import { byName } from '../../../shared/exports/people';
import { PUBLIC_FIELDS, toPublic } from '../../../shared/model/public';
import type { PublicParticipant } from '../../../shared/model/public';
import type { EventState } from '../../../shared/model/state';

/** What a cell can hold. */
export type Cell = string | number | boolean | Date | null;

/** Participants as a table: the public fields, then each kept answer under its own heading. */
export interface ParticipantTable {
  headings: string[];
  rows: Cell[][];
}

/** By last name, as people look for people. */
export function participantTable(state: EventState): ParticipantTable {
  const people = [...state.participants].map(toPublic).sort(byName);
  const answers = new Set(people.flatMap((person) => Object.keys(person.answers)));
  return {
    headings: [...PUBLIC_FIELDS, ...answers],
    rows: people.map((person) => [
      ...PUBLIC_FIELDS.map((field) => cellOf(person, field)),
      ...[...answers].map((heading) => person.answers[heading] ?? ''),
    ]),
  };
}

function cellOf(person: PublicParticipant, field: (typeof PUBLIC_FIELDS)[number]): Cell {
  const value = person[field];
  if (field === 'checkedInAt') {
    return person.checkedInAt === null ? null : new Date(person.checkedInAt);
  }
  return Array.isArray(value) ? value.join('; ') : value;
}

import type { ImportRow } from '../commands/command';
import type { Details, Participant } from '../model/participant';
import { fullName } from '../model/participant';
import { countedFor } from './joined';
import { merge, statementOf } from './merge';
import type { ImportPlan } from './plan';
import type { Steps } from './steps';
import type { IsTaken } from './taken';

/** Somebody and the rows, by index, that are about them; null while nobody knows them. */
export interface Assigned {
  person: Participant | null;
  rows: readonly number[];
}

/** A plan, and the index of the row by which each of those it adds begins. */
export interface Planned {
  plan: Omit<ImportPlan, 'rejected'>;
  begunBy: number[];
}

/** After so many people other work gets its turn. */
const PAUSE = 1_000;

/** What follows from rows of which it is known whom they are about. */
export function* planOf(
  people: readonly Assigned[],
  rows: readonly ImportRow[],
  isTaken: IsTaken,
): Steps<Planned> {
  const plan: Planned['plan'] = { added: [], updated: [], unchanged: 0, same: [], conflicts: [] };
  const begunBy: number[] = [];
  /** A code copied to several rows belongs to the first. */
  const codes = new Set<string>();
  for (const [at, someone] of people.entries()) {
    if (at % PAUSE === 0) yield;
    const stated = someone.rows.flatMap((index) => rows[index] ?? []);
    const about = stated.map((row) => countedFor(someone.person, row));
    const statement = statementOf(about, someone.person?.email);
    const [first] = about;
    if (!first) continue;
    if (someone.person === null) {
      const code = about.find((row) => row.code && !codes.has(row.code))?.code;
      if (code) codes.add(code);
      const { row } = first;
      const { fields } = statement;
      plan.added.push(code ? { row, fields, code } : { row, fields });
      begunBy.push(someone.rows[0] ?? 0);
      if (about.length > 1) keepSame(plan, about, row, statement.fields);
      continue;
    }
    const { update, conflicts } = merge(someone.person, statement, isTaken);
    if (update) plan.updated.push(update);
    plan.conflicts.push(...conflicts);
    keepSame(plan, about, update?.row, someone.person);
  }
  plan.unchanged = plan.same.length;
  return { plan, begunBy };
}

/** The rows of somebody but the one that has its say. */
function keepSame(
  plan: Planned['plan'],
  about: readonly ImportRow[],
  spoken: number | undefined,
  { firstName = '', lastName = '', organisation = '' }: Partial<Details>,
): void {
  const name = fullName({ firstName, lastName, organisation });
  for (const { row } of about) if (row !== spoken) plan.same.push({ row, name });
}

import type { ImportRow } from '../commands/command';
import type { Details, Participant } from '../model/participant';
import { fullName } from '../model/participant';
import { sameValue } from '../facts/records';
import type { ImportPlan } from './plan';
import type { IsTaken } from './taken';

/** The rows of one person as one statement. */
export interface Statement {
  fields: Partial<Details>;
  rows: readonly ImportRow[];
}

/**
 * Several rows of one person: the last that states a field has its say, as registrations are added
 * at the end. Number and address stay those of the first, so that the rows are found again by them,
 * and an address that is known and still stated stays known.
 */
export function statementOf(rows: readonly ImportRow[], knownEmail = ''): Statement {
  const [first] = rows;
  if (rows.length === 1 && first) return { fields: first.fields, rows };
  const known = knownEmail.toLowerCase();
  const stated = rows.map((row) => row.fields);
  const still = stated.some(({ email }) => email?.toLowerCase() === known);
  const fields: Partial<Details> = Object.assign({}, ...stated);
  const email = still ? knownEmail : stated.find((some) => some.email)?.email;
  if (email) fields.email = email;
  const number = stated.find((some) => some.externalId)?.externalId;
  if (number) fields.externalId = number;
  if (fields.answers) fields.answers = Object.assign({}, ...stated.map((some) => some.answers));
  return { fields, rows };
}

/** The row that has its say about a field, or about one answer (`answers.<heading>`). */
function rowOf({ rows }: Statement, key: string): number {
  const states = ({ fields }: ImportRow) =>
    key.startsWith(ANSWER)
      ? Object.hasOwn(fields.answers ?? {}, key.slice(ANSWER.length))
      : Object.hasOwn(fields, key);
  const first = key === 'email' || key === 'externalId';
  return (first ? rows.find(states) : rows.findLast(states))?.row ?? 0;
}

const ANSWER = 'answers.';

type Update = ImportPlan['updated'][number];
type Conflict = ImportPlan['conflicts'][number];

/** What a statement changes in a person, and where a desk knows otherwise. */
export function merge(
  person: Participant,
  statement: Statement,
  isTaken: IsTaken,
): { update: Update | null; conflicts: Conflict[] } {
  const fields: Partial<Details> = {};
  const changes: Update['changes'] = [];
  const conflicts: Conflict[] = [];
  const about = { id: person.id, name: fullName(person) };
  const allowed = (field: string, key: string, known: unknown, stated: unknown): boolean => {
    const [from, to] = [shown(known), shown(stated)];
    const free = !person.atDesk.includes(field) || isTaken(person.id, key);
    if (free) changes.push({ field: key, from, to });
    else conflicts.push({ ...about, row: rowOf(statement, key), field: key, desk: from, file: to });
    return free;
  };
  for (const [field, value] of Object.entries(statement.fields)) {
    if (field === 'answers') continue;
    const known: unknown = Reflect.get(person, field);
    if (!alike(field, known, value) && allowed(field, field, known, value)) {
      Reflect.set(fields, field, value);
    }
  }
  for (const [heading, answer] of Object.entries(statement.fields.answers ?? {})) {
    const known = Object.hasOwn(person.answers, heading) ? person.answers[heading] : undefined;
    if (known === answer) continue;
    const key = ANSWER + heading;
    if (known === undefined) changes.push({ field: key, from: '', to: answer });
    else if (!allowed('answers', key, known, answer)) continue;
    fields.answers = { ...(fields.answers ?? person.answers), [heading]: answer };
  }
  const first = changes[0];
  const update = first ? { ...about, row: rowOf(statement, first.field), fields, changes } : null;
  return { update, conflicts };
}

/** A known registration number stays; an address in other capitals is the same address. */
function alike(field: string, known: unknown, stated: unknown): boolean {
  if (field === 'externalId' && known !== '') return true;
  if (field === 'email' && typeof known === 'string' && typeof stated === 'string') {
    return known.toLowerCase() === stated.toLowerCase();
  }
  return sameValue(known, stated);
}

/** A value as text for a preview: lists joined with `; `, yes/no as `true`/`false`. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join('; ') : String(value);
}

import type { ImportRow } from '../commands/command';
import type { Details, Participant } from '../model/participant';
import { fullName } from '../model/participant';
import { sameValue } from '../facts/records';
import type { ImportPlan } from './plan';

/** The rows of one person as one statement, with the row that made each part of it. */
export interface Statement {
  fields: Partial<Details>;
  /** Field, or `answers.<heading>` → row. */
  rows: Map<string, number>;
}

/**
 * Several rows of one person: the last that states a field has its say, as registrations are added
 * at the end. Number and address stay those of the first, so that the rows are found again by them.
 */
export function statementOf(rows: readonly ImportRow[]): Statement {
  const fields: Partial<Details> = {};
  const from = new Map<string, number>();
  for (const { row, fields: stated } of rows) {
    for (const [field, value] of Object.entries(stated)) {
      if ((field === 'externalId' || field === 'email') && fields[field] !== undefined) continue;
      if (field === 'answers') {
        fields.answers = { ...fields.answers, ...stated.answers };
        for (const heading of Object.keys(fields.answers)) from.set(`answers.${heading}`, row);
        continue;
      }
      Object.assign(fields, { [field]: value });
      from.set(field, row);
    }
  }
  return { fields, rows: from };
}

type Update = ImportPlan['updated'][number];
type Conflict = ImportPlan['conflicts'][number];

/** What a statement changes in a person, and where a desk knows otherwise. */
export function merge(
  person: Participant,
  statement: Statement,
): { update: Update | null; conflicts: Conflict[] } {
  const about = { id: person.id, name: fullName(person) };
  const rowOf = (field: string) => statement.rows.get(field) ?? 0;
  const fields: Partial<Details> = {};
  const changes: Update['changes'] = [];
  const conflicts: Conflict[] = [];
  const atDesk = new Set(person.atDesk);
  const differ = (field: string, key: string, from: unknown, to: unknown): boolean => {
    if (!atDesk.has(field)) {
      changes.push({ field: key, from: shown(from), to: shown(to) });
      return true;
    }
    conflicts.push({
      ...about,
      row: rowOf(key),
      field: key,
      desk: shown(from),
      file: shown(to),
    });
    return false;
  };
  for (const [field, value] of Object.entries(statement.fields)) {
    if (field === 'answers') continue;
    const known: unknown = Reflect.get(person, field);
    if (alike(field, known, value)) continue;
    if (differ(field, field, known, value)) Object.assign(fields, { [field]: value });
  }
  const answers = { ...person.answers };
  let answered = false;
  for (const [heading, answer] of Object.entries(statement.fields.answers ?? {})) {
    const known = Object.hasOwn(answers, heading) ? answers[heading] : undefined;
    if (known === answer) continue;
    const key = `answers.${heading}`;
    if (known === undefined) changes.push({ field: key, from: '', to: answer });
    else if (!differ('answers', key, known, answer)) continue;
    answers[heading] = answer;
    answered = true;
  }
  if (answered) fields.answers = answers;
  const first = changes[0];
  return {
    update: first ? { row: rowOf(first.field), ...about, fields, changes } : null,
    conflicts,
  };
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

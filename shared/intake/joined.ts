import type { ImportRow } from '../commands/command';
import type { Details, Participant } from '../model/participant';
import { identityOf } from './identity';

/**
 * A row as it counts for the one it is about. One that names a record which went into this one only
 * fills what is blank here: what was decided when the two were made one stands, and its number and
 * address must not push out those by which the other rows are found.
 */
export function countedFor(person: Participant | null, row: ImportRow): ImportRow {
  if (!person || person.otherRecords.length === 0 || !namesOther(person, row)) return row;
  const fields: Partial<Details> = {};
  for (const [field, value] of Object.entries(row.fields)) {
    if (field === 'answers') continue;
    if (isBlank(Reflect.get(person, field))) Reflect.set(fields, field, value);
  }
  const { firstName, lastName, answers } = row.fields;
  // A name is taken whole, as when the two were made one.
  if (person.firstName || person.lastName) {
    delete fields.firstName;
    delete fields.lastName;
  } else if (firstName || lastName) Object.assign(fields, { firstName, lastName });
  const open = Object.entries(answers ?? {}).filter(([heading]) => !person.answers[heading]);
  if (open.length > 0) fields.answers = Object.fromEntries(open);
  return { ...row, fields };
}

function namesOther(person: Participant, { code, fields }: ImportRow): boolean {
  if (code) return code !== person.code && person.otherCodes.includes(code);
  const own = identityOf(person);
  const stated = identityOf(fields);
  if (stated.email && stated.email === own.email) return false;
  return person.otherRecords
    .map(identityOf)
    .some(
      ({ email, externalId }) =>
        (email !== '' && email === stated.email) ||
        (externalId !== '' && externalId === stated.externalId && externalId !== own.externalId),
    );
}

function isBlank(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0);
}

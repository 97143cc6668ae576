import type { Details } from '../model/participant';
import type { FactOf } from './fact';

/** What a file states of a person → the JSON that it was parsed from. */
const texts = new WeakMap<object, string>();

/** Keeps the JSON that some details were just parsed from; they must never be changed in place. */
export function keepJson(fields: Partial<Details>, json: string): void {
  texts.set(fields, json);
}

/**
 * A fact as `JSON.stringify` writes it. The details of those whom a file brought are not written anew where the
 * reading thread had them as JSON: of an import of thousands that is most of the line.
 */
export function factJson(fact: unknown): string {
  if (!isImport(fact)) return JSON.stringify(fact);
  const { people, ...rest } = fact;
  const start = JSON.stringify(rest).slice(0, -1);
  let text = '';
  for (const { fields, ...person } of people) {
    const stated = texts.get(fields) ?? JSON.stringify(fields);
    const comma = text === '' ? '' : ',';
    text += `${comma}${JSON.stringify(person).slice(0, -1)},"fields":${stated}}`;
  }
  return `${start},"people":[${text}]}`;
}

function isImport(fact: unknown): fact is FactOf<'participants.imported'> {
  return (
    typeof fact === 'object' &&
    fact !== null &&
    'type' in fact &&
    fact.type === 'participants.imported' &&
    'people' in fact
  );
}

import type { ImportRow } from '../commands/command';
import type { Details } from '../model/participant';

/**
 * The row without blanks: texts trimmed, and whatever says nothing left out, because a blank cell
 * never overwrites what is known. Nothing is re-cased. A row that is tidy already is returned itself.
 */
export function tidyRow(row: ImportRow): ImportRow {
  const code = row.code?.trim() || undefined;
  if (code === row.code && Object.values(row.fields).every(isTidy)) return row;
  const fields: Partial<Details> = {};
  for (const [field, value] of Object.entries(row.fields)) {
    const kept = tidyValue(value);
    if (kept !== undefined) Reflect.set(fields, field, kept);
  }
  return code ? { row: row.row, fields, code } : { row: row.row, fields };
}

type Value = Details[keyof Details] | undefined;

const isTidyText = (text: string) => text !== '' && text.trim() === text;

function isTidy(value: Value): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return isTidyText(value);
  if (typeof value === 'boolean') return true;
  const texts = Array.isArray(value) ? value : Object.values(value);
  return texts.length > 0 && texts.every(isTidyText);
}

function tidyValue(value: Value): Value {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => item.trim()).filter(Boolean);
    return items.length ? items : undefined;
  }
  const answers = Object.entries(value)
    .map(([heading, answer]) => [heading, answer.trim()] as const)
    .filter(([, answer]) => answer);
  return answers.length ? Object.fromEntries(answers) : undefined;
}

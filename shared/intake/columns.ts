import type { DetailField } from '../model/participant';

/** What a column can be read into: a detail, a whole name, or a check-in code of this event. */
export type ColumnField = Exclude<DetailField, 'answers'> | 'name' | 'code';

/** Kept as an answer under its heading. */
export const ANSWER = '';
/** Left out. */
export const LEFT_OUT = '-';

/** Every field a column can be read into, in the order people look for them. */
export const COLUMN_FIELDS: readonly ColumnField[] = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'organisation',
  'title',
  'sector',
  'orgSize',
  'role',
  'diet',
  'notes',
  'offers',
  'needs',
  'consentContact',
  'consentPhoto',
  'externalId',
  'code',
];

/** Whether the text names such a field. */
export function isColumnField(text: string): text is ColumnField {
  return COLUMN_FIELDS.some((field) => field === text);
}

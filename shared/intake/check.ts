import type { ImportRow } from '../commands/command';
import { detailsSchema, fullName } from '../model/participant';
import { surelyFits } from './fits';
import { shown } from './merge';
import type { RejectedRow } from './plan';

/** One @ with something before it, a dot somewhere after it, and no blanks or separators. */
const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/;

const stated = detailsSchema.partial();

/** Whether the text can be an e-mail address. */
export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}

/** Why a (tidied) row cannot go in, or null when it can. `fits`: none of its texts is too long, that is known. */
export function checkRow({ row, fields }: ImportRow, fits = false): RejectedRow | null {
  const { firstName, lastName, organisation, email } = fields;
  if (!firstName && !lastName && !organisation && !email) {
    const reason = 'The row has neither a name, an organisation nor an e-mail: add one of them.';
    return { row, reason, code: 'nameless', params: {} };
  }
  if (email !== undefined && !isEmail(email)) {
    const shownEmail = shorten(email);
    const reason = `“${shownEmail}” is not an e-mail address: correct it, or leave the cell empty.`;
    return { row, reason, code: 'email', params: { email: shownEmail, ...nameIn(fields) } };
  }
  return fits ? null : checkLengths(row, fields);
}

/** Whom a rejected row is about: a row's number alone tells nobody whom to look for. */
function nameIn({
  firstName = '',
  lastName = '',
  organisation = '',
}: ImportRow['fields']): Record<string, string> {
  const name = shorten(fullName({ firstName, lastName, organisation }));
  return name ? { name } : {};
}

function checkLengths(row: number, fields: ImportRow['fields']): RejectedRow | null {
  if (surelyFits(fields)) return null;
  const issue = stated.safeParse(fields).error?.issues[0];
  if (!issue) return null;
  const [name, part] = issue.path.map(String);
  const field = name === 'answers' && part ? shorten(part) : (name ?? '');
  if (issue.code === 'too_big') {
    const max = Number(issue.maximum);
    const list = issue.origin === 'array';
    const reason = list
      ? `“${field}” has more than ${max} entries: shorten the list.`
      : `“${field}” is longer than ${max} characters: shorten it.`;
    const params = { field, max, ...nameIn(fields) };
    return { row, reason, code: list ? 'tooMany' : 'tooLong', params };
  }
  const found = shorten(shown(Reflect.get(fields, name ?? '')));
  const reason = `“${found}” cannot be used as “${field}”: correct the cell or leave it empty.`;
  return { row, reason, code: 'value', params: { field, value: found, ...nameIn(fields) } };
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

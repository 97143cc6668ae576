import { isCode } from '../../../shared/model/code';
import { isEmail } from '../../../shared/intake/check';
import type { ColumnField } from '../../../shared/intake/columns';
import { isFirstName } from './names';
import { sectorOf } from './values';

/** Words by which an organisation is told from a person. */
const ORGANISATION =
  /(^|[\s-])(oy|oyj|ab|abp|ry|rf|rp|ky|osk|tmi|osuuskunta|säätiö|stiftelse|kaupunki|kunta|kuntayhtymä|stad|kommun|virasto|yliopisto|universitet|yhdistys|förening|keskus|central|palvelut|liitto|förbund|ltd|inc|gmbh|hyvinvointialue|sairaanhoitopiiri|seurakunta|församling|ely-keskus|te-toimisto|ministeriö|opisto|koulu)(\s|$)|ammattikorkeakoulu|korkeakoulu|keskus$|yhtymä$|ohjelma$/i;

/**
 * What the columns of a table without headings are, from what is in them: one field per column,
 * undefined where nothing tells. `columns` are the filled cells of each.
 */
export function guessFields(
  columns: ReadonlyArray<readonly string[]>,
): Array<ColumnField | undefined> {
  const fields: Array<ColumnField | undefined> = columns.map(() => undefined);
  const shares = (test: (cell: string) => boolean) =>
    columns.map((cells) => cells.filter(test).length / Math.max(1, cells.length));
  const claim = (field: ColumnField, test: (cell: string) => boolean, least: number) => {
    const share = shares(test);
    const open = share.map((value, at) => (fields[at] === undefined ? value : 0));
    const highest = Math.max(0, ...open);
    if (highest >= least) fields[open.indexOf(highest)] = field;
  };
  claim('email', isEmail, 0.5);
  claim('code', isCode, 0.8);
  claim('phone', isPhone, 0.6);
  claim('externalId', (cell) => /^[A-Za-z]{1,4}-?\d{2,}$/.test(cell), 0.8);
  claim('sector', (cell) => sectorOf(cell) !== undefined, 0.6);
  claim('organisation', (cell) => ORGANISATION.test(cell), 0.25);
  guessNames(columns, fields);
  if (!fields.includes('organisation')) claim('organisation', isWords, 0.5);
  return fields;
}

function guessNames(
  columns: ReadonlyArray<readonly string[]>,
  fields: Array<ColumnField | undefined>,
): void {
  const [left, right] = columns.flatMap((cells, at) => {
    const nameLike = cells.filter(isName).length >= cells.length * 0.7;
    return fields[at] === undefined && cells.length > 0 && nameLike ? [at] : [];
  });
  if (left === undefined) return;
  const cells = columns[left] ?? [];
  const several = cells.filter((cell) => /[\s,]/.test(cell)).length;
  if (several > cells.length * 0.5 || right === undefined) {
    fields[left] = 'name';
    return;
  }
  const common = (at: number) =>
    (columns[at] ?? []).filter(isFirstName).length / Math.max(1, columns[at]?.length ?? 0);
  const reversed = common(right) > common(left) + 0.2;
  fields[left] = reversed ? 'lastName' : 'firstName';
  fields[right] = reversed ? 'firstName' : 'lastName';
}

/** Whether most of these whole names begin with the last name (and have no comma to tell). */
export function lastNameFirst(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => !cell.includes(',')).map((cell) => cell.split(/\s+/));
  const firsts = words.filter(([first = '']) => isFirstName(first)).length;
  const lasts = words.filter((parts) => parts.length > 1 && isFirstName(parts.at(-1) ?? '')).length;
  return lasts > firsts * 2;
}

const isPhone = (cell: string) =>
  /^\+?[\d\s()./-]{6,24}$/.test(cell) && cell.replace(/\D/g, '').length >= 6;

const isName = (cell: string) =>
  /^\p{L}[\p{L}\s'’.,-]{0,60}$/u.test(cell) && cell.split(/\s+/).length <= 4;

const isWords = (cell: string) => /\p{L}{3}/u.test(cell) && cell.length <= 100;

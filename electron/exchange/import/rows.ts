import type { ImportRow } from '../../../shared/commands/command';
import { isCode, readCode } from '../../../shared/model/code';
import type { Details } from '../../../shared/model/participant';
import type { CleanColumn } from './clean';
import type { Column } from './columns';
import { ANSWER, LEFT_OUT } from '../../../shared/intake/columns';
import { normalised } from './normalised';
import { lastNameFirst } from './guess';
import { splitName, splitReversed } from './names';
import { addressOf, listOf, roleOf, saysNothing, sectorOf, yesOrNo } from './values';

/**
 * Makes the rows of a table, from one index up to another, into rows to import, tidy, numbered from `first` + 1.
 * What a column's field cannot hold (an unknown sector, an unclear yes or no) is kept as an answer under the
 * column's heading.
 */
export function rowMaker(
  cells: readonly CleanColumn[],
  columns: readonly Column[],
  { first, headed }: { first: number; headed: boolean },
): (from: number, to: number) => ImportRow[] {
  const split = nameSplitter(columns, headed);
  return (from, to) => {
    const rows: ImportRow[] = [];
    for (let at = from; at < to; at++) rows.push({ row: first + at + 1, fields: {} });
    for (const [index, { field, heading }] of columns.entries()) {
      const column = cells[index];
      if (!column || field === LEFT_OUT) continue;
      // By index: an iterator would make a pair for each cell of a large table.
      for (let at = from; at < to; at++) {
        const made = rows[at - from];
        const line = column.lines[at];
        if (!made || !line) continue;
        const text = column.texts.get(at) ?? line;
        if (!put(made, field, line, text, split)) (made.fields.answers ??= {})[heading] = text;
      }
    }
    return rows;
  };
}

type Split = typeof splitName;

function nameSplitter(columns: readonly Column[], headed: boolean): Split {
  const column = columns.find(({ field }) => field === 'name');
  if (!column) return splitName;
  const reversed = headed
    ? /^(sukunimi|efternamn|last name|surname)/.test(normalised(column.heading))
    : lastNameFirst(column.cells);
  return reversed ? splitReversed : splitName;
}

/** Puts a cell into its field; false when the field cannot hold it or has been filled before. */
function put(
  made: ImportRow,
  field: Column['field'],
  line: string,
  text: string,
  split: Split,
): boolean {
  const { fields } = made;
  if (field === ANSWER || field === LEFT_OUT) return false;
  if (saysNothing(line)) return true;
  switch (field) {
    case 'name': {
      if (fields.firstName !== undefined || fields.lastName !== undefined) return false;
      const { firstName, lastName } = split(line);
      if (firstName) fields.firstName = firstName;
      if (lastName) fields.lastName = lastName;
      return true;
    }
    case 'code': {
      const code = readCode(line);
      if (made.code !== undefined || !isCode(code)) return false;
      made.code = code;
      return true;
    }
    case 'sector':
      return set(fields, 'sector', sectorOf(line));
    case 'role':
      return set(fields, 'role', roleOf(line));
    case 'offers':
    case 'needs':
      return setAny(fields, field, listOf(text));
    case 'consentContact':
    case 'consentPhoto':
      return set(fields, field, yesOrNo(line));
    case 'diet':
    case 'notes':
      return set(fields, field, text);
    case 'email':
      return setAny(fields, field, addressOf(line));
    default:
      return set(fields, field, line);
  }
}

function set<F extends keyof Details>(
  fields: Partial<Details>,
  field: F,
  value: Details[F] | undefined,
): boolean {
  if (value === undefined || fields[field] !== undefined) return false;
  fields[field] = value;
  return true;
}

/** As `set`; what says nothing is left out. */
function setAny<F extends 'email' | 'offers' | 'needs'>(
  fields: Partial<Details>,
  field: F,
  value: Details[F],
): boolean {
  return value.length === 0 ? fields[field] === undefined : set(fields, field, value);
}

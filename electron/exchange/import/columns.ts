import { isEmail } from '../../../shared/intake/check';
import { isCode } from '../../../shared/model/code';
import { PUBLIC_FIELDS } from '../../../shared/model/public';
import { ANSWER, COLUMN_FIELDS, isColumnField, LEFT_OUT } from '../../../shared/intake/columns';
import type { ColumnField } from '../../../shared/intake/columns';
import { guessFields } from './guess';
import { columnLetter, LIMITS } from './limits';
import { recognise } from './recognise';
import { refusal } from './refusal';
import { yesOrNo } from './values';

/** One column of the file and what it is read into. */
export interface Column {
  /** Unique within the file. */
  heading: string;
  /** A field, '' = kept as an answer, '-' = left out. */
  field: ColumnField | typeof ANSWER | typeof LEFT_OUT;
  /** Its filled cells, cleaned. */
  cells: string[];
}

/** Field by heading, as the person chose it now and as it was chosen for an earlier file. */
export interface Mappings {
  chosen: Record<string, string>;
  remembered: Record<string, string>;
}

/** Columns of Nuija's own export that say what happened at the desk: never read back. */
const BOOK_KEEPING = ['id', 'source', 'status', 'checkedInAt', 'checkedInDesk', 'badgesPrinted'];

/** What each column with a heading is read into: chosen, else remembered, else recognised. */
export function columnsByHeading(
  headings: readonly string[],
  cells: string[][],
  { chosen, remembered }: Mappings,
): Column[] {
  const unique = uniqueHeadings(headings);
  checkChosen(unique, chosen);
  const own = PUBLIC_FIELDS.every((field) => unique.includes(field));
  const fields: Array<Column['field'] | undefined> = unique.map((heading) => {
    const stated = Object.hasOwn(chosen, heading) ? chosen[heading] : undefined;
    if (own && stated === undefined) return ownField(heading);
    const known = Object.hasOwn(remembered, heading) ? remembered[heading] : undefined;
    const field = stated ?? known;
    return field === ANSWER || field === LEFT_OUT || isColumnField(field ?? ' ')
      ? asField(field)
      : undefined;
  });
  const taken = new Set(fields);
  for (const sure of [true, false]) {
    for (const at of unique.keys()) {
      if (fields[at] !== undefined) continue;
      const found = recognise(headings[at] ?? '');
      if (!found || found.sure !== sure) continue;
      if (taken.has(found.field) || !fitting(found.field, sure, cells[at] ?? [])) continue;
      fields[at] = found.field;
      taken.add(found.field);
    }
  }
  return unique.map((heading, at) => ({
    heading,
    field: fields[at] ?? ANSWER,
    cells: cells[at] ?? [],
  }));
}

/** Columns without headings, called by their letters. */
export function columnsByContent(cells: string[][], chosen: Record<string, string>): Column[] {
  const headings = cells.map((_, at) => columnLetter(at));
  checkChosen(headings, chosen);
  const guessed = guessFields(cells);
  const taken = new Set(Object.values(chosen));
  return headings.map((heading, at) => {
    const guess = guessed[at];
    const free = guess !== undefined && !taken.has(guess) ? guess : ANSWER;
    const field = Object.hasOwn(chosen, heading) ? asField(chosen[heading]) : free;
    return { heading, field, cells: cells[at] ?? [] };
  });
}

/** A column of Nuija's own export: its fields by their names, and beside them answers only. */
function ownField(heading: string): Column['field'] {
  return BOOK_KEEPING.includes(heading) ? LEFT_OUT : isColumnField(heading) ? heading : ANSWER;
}

const asField = (field: string | undefined): Column['field'] =>
  field === LEFT_OUT ? LEFT_OUT : field !== undefined && isColumnField(field) ? field : ANSWER;

/** Whether the cells can be what the heading was taken for: "Uutiskirje sähköpostiin: kyllä" is no address. */
function fitting(field: ColumnField, sure: boolean, cells: readonly string[]): boolean {
  const most = (test: (cell: string) => boolean) =>
    cells.length === 0 || cells.filter(test).length * 2 >= cells.length;
  if (field === 'code') return most(isCode);
  if (sure) return true;
  if (field === 'email') return most(isEmail);
  if (field === 'phone') return most((cell) => /\d{4}/.test(cell.replace(/\D/g, '')));
  if (field === 'consentContact' || field === 'consentPhoto') {
    return most((cell) => yesOrNo(cell) !== undefined);
  }
  return true;
}

function uniqueHeadings(headings: readonly string[]): string[] {
  const seen = new Set<string>();
  return headings.map((raw, at) => {
    const letter = columnLetter(at);
    if (raw.length > LIMITS.headingCharacters - 10) {
      throw refusal('headingTooLong', { column: letter, max: LIMITS.headingCharacters - 10 });
    }
    const base = raw === '' || raw === '__proto__' ? letter : raw;
    let heading = base;
    for (let copy = 2; seen.has(heading); copy++) heading = `${base} (${copy})`;
    seen.add(heading);
    return heading;
  });
}

function checkChosen(headings: readonly string[], chosen: Record<string, string>): void {
  for (const [heading, field] of Object.entries(chosen)) {
    if (!headings.includes(heading)) {
      throw refusal('unknownColumn', { heading, columns: headings.join(', ') });
    }
    if (field !== ANSWER && field !== LEFT_OUT && !isColumnField(field)) {
      throw refusal('unknownField', { field, fields: COLUMN_FIELDS.join(', ') });
    }
  }
}

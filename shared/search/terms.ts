import { compounds } from './fold';
import { searchFields } from './record';
import type { SearchField, SearchRecord } from './record';

/** One bit per field, and one each for a word that is the whole last or first name. */
export const fieldBit: Readonly<Record<SearchField, number>> = {
  lastName: 1,
  firstName: 2,
  organisation: 4,
  title: 8,
  email: 16,
  code: 32,
};
export const wholeLastName = 64;
export const wholeFirstName = 128;

/** How many combinations of these bits there are. */
export const fieldSets = 256;

/** How many words written together are also searchable as one, from each of them on. */
const longestJoin = 4;

const whole: Readonly<Partial<Record<SearchField, number>>> = {
  lastName: wholeLastName,
  firstName: wholeFirstName,
};

/** Words as one writes them without the sign between: `anna`, `maija` give `annamaija`. */
function joins(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (let from = 0; from + 1 < parts.length; from++) {
    joined.push(parts.slice(from, from + longestJoin).join(''));
  }
  return joined;
}

/**
 * Every word a participant can be found by, with the set of fields it stands in (bits of `fieldBit`). Names and
 * other text written with a hyphen or apostrophe are there in parts and as one word; addresses in parts only.
 * `apart` may be a `compounds` that remembers what it was asked before.
 */
export function termsOf(
  record: SearchRecord,
  apart: (text: string) => string[][] = compounds,
): Map<string, number> {
  const terms = new Map<string, number>();
  const note = (word: string, bits: number): void => {
    terms.set(word, (terms.get(word) ?? 0) | bits);
  };
  for (const field of searchFields) {
    const text = record[field];
    if (text === '') continue;
    const bit = fieldBit[field];
    const lists = apart(text);
    for (const parts of lists) {
      for (const part of parts) note(part, bit);
      if (parts.length > 1 && field !== 'email') for (const join of joins(parts)) note(join, bit);
    }
    const wholeBit = whole[field];
    const only = lists[0];
    if (wholeBit !== undefined && only && lists.length === 1) note(only.join(''), bit | wholeBit);
  }
  return terms;
}

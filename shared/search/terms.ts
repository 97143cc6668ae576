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

/** The words of one text: those it consists of, those run together, and the one that is all of it. */
export interface Wording {
  readonly words: readonly string[];
  readonly whole: string | undefined;
}

const NO_WORDS: Wording = { words: [], whole: undefined };

/** Words as one writes them without the sign between: `anna`, `maija` give `annamaija`. */
function joins(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (let from = 0; from + 1 < parts.length; from++) {
    joined.push(parts.slice(from, from + longestJoin).join(''));
  }
  return joined;
}

/**
 * Names and other text written with a hyphen or apostrophe are there in parts and as one word; addresses in parts
 * only. A name of several words (`van der Berg`) is there as one word too: so it is often written.
 */
function wordingOf(text: string, field: SearchField): Wording {
  if (text === '') return NO_WORDS;
  const lists = compounds(text);
  const isName = whole[field] !== undefined;
  const parts = lists.flat();
  if (parts.length === 1) return { words: parts, whole: isName ? parts[0] : undefined };
  if (field === 'email') return { words: parts, whole: undefined };
  const joined = isName ? joins(parts) : lists.flatMap(joins);
  return { words: [...parts, ...joined], whole: isName ? parts.join('') : undefined };
}

/** Asks for the words of a text in a field. */
export type Wordings = (text: string, field: SearchField) => Wording;

/** So many texts are remembered at most; more are not expected of one event. */
const mostKept = 50_000;

/** Names, titles and organisations recur: their words are remembered. Addresses and codes do not. */
export function rememberedWordings(): Wordings {
  const names = new Map<string, Wording>();
  const others = new Map<string, Wording>();
  return (text, field) => {
    if (field === 'email' || field === 'code') return wordingOf(text, field);
    const known = whole[field] === undefined ? others : names;
    let wording = known.get(text);
    if (!wording) {
      if (known.size >= mostKept) known.clear();
      known.set(text, (wording = wordingOf(text, field)));
    }
    return wording;
  };
}

/** Tells every word a participant can be found by, field by field, with bits of `fieldBit`; some more than once. */
export function eachTerm(
  record: SearchRecord,
  note: (word: string, bits: number) => void,
  wordings: Wordings = wordingOf,
): void {
  for (const field of searchFields) {
    const wording = wordings(record[field], field);
    const bit = fieldBit[field];
    for (const word of wording.words) note(word, bit);
    if (wording.whole !== undefined) note(wording.whole, bit | (whole[field] ?? 0));
  }
}

/** Every word a participant can be found by, with the set of fields it stands in. */
export function termsOf(record: SearchRecord, wordings?: Wordings): Map<string, number> {
  const terms = new Map<string, number>();
  eachTerm(record, (word, bits) => terms.set(word, (terms.get(word) ?? 0) | bits), wordings);
  return terms;
}

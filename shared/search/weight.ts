import { fieldBit, fieldSets, wholeFirstName, wholeLastName } from './terms';
import type { Reading } from './reading';

/** How a token met a word. */
export type Meeting = 'exact' | 'prefix' | 'edited' | 'editedPrefix';

/** Bits and the weight of a match there, heaviest first: the first that a word has is the one that counts. */
const exact: ReadonlyArray<readonly [number, number]> = [
  [fieldBit.code, 100],
  [wholeLastName, 80],
  [fieldBit.lastName, 75],
  [wholeFirstName, 70],
  [fieldBit.firstName, 65],
  [fieldBit.organisation | fieldBit.title, 25],
  [fieldBit.email, 12],
];
const prefix: ReadonlyArray<readonly [number, number]> = [
  [fieldBit.lastName, 50],
  [fieldBit.firstName, 40],
  [fieldBit.organisation | fieldBit.title, 20],
  [fieldBit.email | fieldBit.code, 10],
];

/** Added to a weight reached without an edit; a sum of weights stays far below it. */
const uneditedBits = 16;
const unedited = 1 << uneditedBits;

/** What an edit costs in the score: more than any place of a match can make good. */
const editCost = 100;

function table(steps: ReadonlyArray<readonly [number, number]>, extra: number): Int32Array {
  return Int32Array.from({ length: fieldSets }, (_, bits) => {
    const step = steps.find(([wanted]) => (bits & wanted) !== 0);
    return (step?.[1] ?? 0) + extra;
  });
}

/** The weight of a match by the set of fields its word stands in, a lookup table per way of meeting. */
export const weights: Readonly<Record<Meeting, Int32Array>> = {
  exact: table(exact, unedited),
  prefix: table(prefix, unedited),
  edited: table(exact, 0),
  editedPrefix: table(prefix, 0),
};

/** Puts a compound that was typed as one (`Niemi-Niemi`) before its parts alone, within one place of match. */
const compoundBonus = 3;

/**
 * The score of a person from the sum of the best weight of each token: the mean place of the matches (0 to 100),
 * a little more where a compound was met as one, less 100 for every edit or moved space.
 */
export function scoreOf(sum: number, { tokens, together, moved }: Reading): number {
  const edits = tokens.length - (sum >>> uneditedBits) + moved;
  const place = (sum & (unedited - 1)) / tokens.length;
  return place + (together ? compoundBonus : 0) - editCost * edits;
}

import { fieldBit, fieldSets, wholeFirstName, wholeLastName } from './terms';

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
const unedited = 1 << 16;

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

/**
 * The score of a person from the sum of the best weight of each token: the mean place of the matches (0 to 100),
 * less 100 for every edit. `moved` is the number of spaces that were moved to read the query so.
 */
export function scoreOf(sum: number, tokens: number, moved: number): number {
  const edits = tokens - Math.floor(sum / unedited) + moved;
  return (sum % unedited) / tokens - editCost * edits;
}

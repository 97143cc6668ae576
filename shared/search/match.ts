import { oneEdit } from './edit';
import { searchFields } from './record';
import { fieldBit, termsOf } from './terms';
import { weights } from './weight';
import type { SearchField, SearchRecord } from './record';
import type { Meeting } from './weight';

/** Shorter tokens are never read as mistyped, since one slip makes anything of them. */
export const shortestEdited = 2;
/** From this length on a mistyped token may also be only the beginning of a word. */
export const shortestEditedPrefix = 4;

/** How a token meets a word when slips are allowed; undefined where it does not. */
export function slip(token: string, word: string): Meeting | undefined {
  if (token.length < shortestEdited || word.length + 1 < token.length) return undefined;
  const closeness = oneEdit(token, word);
  if (closeness === 'full') return 'edited';
  if (closeness === 'beginning' && token.length >= shortestEditedPrefix) return 'editedPrefix';
  return undefined;
}

/** Which word of a person answered to which token of the query, and where it stands. */
export interface Match {
  /** The token as it was looked for, folded. */
  token: string;
  /** The word that was found, folded; `highlight(text, word)` marks it. */
  word: string;
  field: SearchField;
  quality: 'exact' | 'prefix' | 'typo';
}

const qualities: Readonly<Record<Meeting, Match['quality']>> = {
  exact: 'exact',
  prefix: 'prefix',
  edited: 'typo',
  editedPrefix: 'typo',
};

function meet(token: string, word: string, fields: number): Meeting | undefined {
  if (word.startsWith(token)) return word.length === token.length ? 'exact' : 'prefix';
  return fields === fieldBit.code ? undefined : slip(token, word);
}

/** The heaviest match of each token with the words of one person, in the order of the tokens. */
export function matchesOf(record: SearchRecord, tokens: readonly string[]): Match[] {
  const terms = termsOf(record);
  const matches: Match[] = [];
  for (const token of tokens) {
    let best: Match | undefined;
    let heaviest = -1;
    for (const [word, fields] of terms) {
      const meeting = meet(token, word, fields);
      if (meeting === undefined) continue;
      const weight = weights[meeting][fields] ?? 0;
      const field = searchFields.find((name) => (fields & fieldBit[name]) !== 0);
      if (weight <= heaviest || field === undefined) continue;
      heaviest = weight;
      best = { token, word, field, quality: qualities[meeting] };
    }
    if (best) matches.push(best);
  }
  return matches;
}

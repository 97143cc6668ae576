import { compounds } from './fold';

/** One way to understand a query. */
export interface Reading {
  readonly tokens: readonly string[];
  /** Words typed with a hyphen or the like between them are taken as one. */
  readonly together: boolean;
  /** How many spaces were moved to understand it so. */
  readonly moved: 0 | 1;
}

/** Queries of more tokens are pasted, not typed; nobody means a slip of the finger in them. */
const mostTokensWithSlips = 8;
/** A token is cut in two at these many places at most; no two names run together are longer. */
const longestRunTogether = 48;
const shortestHalf = 2;

/**
 * The ways to read a query as it stands: every word a token, and, where words are written together
 * (`anna-maija`), also as one.
 */
export function readings(query: string): Reading[] {
  const lists = compounds(query);
  if (lists.length === 0) return [];
  const apart: Reading = { tokens: distinct(lists.flat()), together: false, moved: 0 };
  if (lists.every((parts) => parts.length === 1)) return [apart];
  return [
    apart,
    { tokens: distinct(lists.map((parts) => parts.join(''))), together: true, moved: 0 },
  ];
}

function distinct(tokens: readonly string[]): string[] {
  return [...new Set(tokens)];
}

function* runTogether(token: string, isWord: (word: string) => boolean): Generator<string[]> {
  const last = Math.min(token.length - shortestHalf, longestRunTogether);
  for (let cut = shortestHalf; cut <= last; cut++) {
    const left = token.slice(0, cut);
    if (!isWord(left)) continue;
    yield [left, token.slice(cut)];
    if (token.length - cut > shortestHalf) yield [left, token.slice(cut + 1)];
  }
}

/** What the keys of ö, ä and å write where the keyboard is taken for an American one, with and without Shift. */
const american: Readonly<Record<string, string>> = {
  ';': 'o',
  ':': 'o',
  "'": 'a',
  '"': 'a',
  '[': 'a',
  '{': 'a',
};

/** The query as it was meant if the keyboard was set to the American layout; none if no such key was hit. */
function onAmericanKeys(query: string): Reading[] {
  const meant = query.replace(/[;:'"[{]/g, (sign) => american[sign] ?? sign);
  if (meant === query) return [];
  return readings(meant).map(({ tokens, together }) => ({ tokens, together, moved: 1 }));
}

/**
 * The ways to read a query in which nothing was found: the same tokens, each of which may then hold one slip, or
 * one space too many (`virta nen`), missing (`mattivirtanen`) or hit beside (`mattibvirtanen`), all words written
 * apart that belong together (`van der berg`), or ö ä å typed on an American keyboard. `isWord` tells whether
 * somebody has that very word.
 */
export function readingsWithSlips(query: string, isWord: (word: string) => boolean): Reading[] {
  const asTyped = readings(query);
  const found = [...asTyped];
  const tokens = asTyped[0]?.tokens ?? [];
  if (tokens.length === 0 || tokens.length > mostTokensWithSlips) return [];
  tokens.forEach((token, at) => {
    const before = tokens.slice(0, at);
    const after = tokens.slice(at + 1);
    for (const halves of runTogether(token, isWord)) {
      found.push({ tokens: [...before, ...halves, ...after], together: false, moved: 1 });
    }
    const next = tokens[at + 1];
    if (next !== undefined) {
      found.push({
        tokens: [...before, token + next, ...tokens.slice(at + 2)],
        together: false,
        moved: 1,
      });
    }
  });
  if (tokens.length > 2) found.push({ tokens: [tokens.join('')], together: false, moved: 1 });
  return [...found, ...onAmericanKeys(query)];
}

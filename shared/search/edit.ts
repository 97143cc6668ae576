/** How a word answers to a token: not at all, as its beginning, or in full. */
export type Closeness = 'none' | 'beginning' | 'full';

function rest(token: string, from: number, word: string, at: number): Closeness {
  const length = token.length - from;
  if (length > word.length - at) return 'none';
  for (let step = 0; step < length; step++) {
    if (token.charCodeAt(from + step) !== word.charCodeAt(at + step)) return 'none';
  }
  return length === word.length - at ? 'full' : 'beginning';
}

function better(a: Closeness, b: Closeness): Closeness {
  return a === 'none' || b === 'full' ? b : a;
}

/**
 * Whether a token with exactly one slip (a letter too many, too few, another one, or two neighbours swapped:
 * Damerau 1964) is the word or the beginning of it. The slip is looked for at the first letter that differs, which
 * is enough for a single one. It allocates nothing: the typo fallback asks this of every word there is.
 */
export function oneEdit(token: string, word: string): Closeness {
  const shorter = Math.min(token.length, word.length);
  let at = 0;
  while (at < shorter && token.charCodeAt(at) === word.charCodeAt(at)) at++;
  if (at === token.length) return word.length === at + 1 ? 'full' : 'none';

  const tooMany = rest(token, at + 1, word, at);
  if (at === word.length) return tooMany;
  let closest = better(tooMany, rest(token, at + 1, word, at + 1));
  closest = better(closest, rest(token, at, word, at + 1));
  const swapped =
    token.charCodeAt(at) === word.charCodeAt(at + 1) &&
    token.charCodeAt(at + 1) === word.charCodeAt(at);
  return swapped ? better(closest, rest(token, at + 2, word, at + 2)) : closest;
}

/** So many letters at the start of a token are tried out; a slip further on leaves them standing. */
const tried = 2;

/**
 * The beginnings among which every word lies that one slip (see `oneEdit`) turns into the token or a beginning of
 * it: the token's own first two letters, for slips after them, and what the token may have been, for slips in them.
 * Looking through these few stretches of a sorted dictionary replaces looking through all of it.
 */
export function openings(token: string, letters: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (let at = 0; at < Math.min(tried, token.length); at++) {
    const before = token.slice(0, at);
    const here = token.charAt(at);
    const after = token.slice(at + 1);
    found.add(before + after);
    if (after !== '') found.add(before + after.charAt(0) + here + after.slice(1));
    for (const letter of letters) {
      found.add(before + letter + after);
      found.add(before + letter + here + after);
    }
  }
  return [token.slice(0, tried), ...found];
}

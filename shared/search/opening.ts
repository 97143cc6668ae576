/** So many letters at the start of a longer token are tried out; a slip further on leaves them standing. */
const tried = 2;

function slipsAt(token: string, at: number, letters: ReadonlySet<string>, into: Set<string>): void {
  const before = token.slice(0, at);
  const here = token.charAt(at);
  const after = token.slice(at + 1);
  if (here !== '') into.add(before + after);
  if (after !== '') into.add(before + after.charAt(0) + here + after.slice(1));
  for (const letter of letters) {
    into.add(before + letter + after);
    into.add(before + letter + here + after);
  }
}

/** Every word that one slip (see `oneEdit`) turns into the token; few enough to look up when the token is short. */
export function meantWords(token: string, letters: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at <= token.length; at++) slipsAt(token, at, letters, found);
  found.delete(token);
  return found;
}

/**
 * The beginnings among which every word lies that one slip turns into the token or a beginning of it: the token's
 * own first two letters, for slips after them, and what the token may have been, for slips in them. Looking through
 * these few stretches of a sorted dictionary replaces looking through all of it.
 */
export function openings(token: string, letters: ReadonlySet<string>): Set<string> {
  const found = new Set([token.slice(0, tried)]);
  for (let at = 0; at < tried; at++) slipsAt(token, at, letters, found);
  return found;
}

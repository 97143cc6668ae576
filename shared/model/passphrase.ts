/** Characters that a new passphrase has at least; there is no other rule. */
export const LEAST_CHARACTERS = 8;

/** Counted as they are sealed: however a letter was composed, it is one. */
export function isLongEnough(passphrase: string): boolean {
  return [...passphrase.normalize('NFKC')].length >= LEAST_CHARACTERS;
}

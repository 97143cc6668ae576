import { badgeFont } from './fonts';

/** A text as it can be printed, and the characters that had to stay out, each once. */
export interface Printable {
  text: string;
  missing: string[];
}

/** No badge has room for more characters in one field, and fitting takes time. */
const LONGEST = 400;

/**
 * Composes accents, turns any white space into single spaces, drops what has no ink of its own
 * (controls, direction marks, joiners) and takes out the characters that no bundled font has. Of a text far beyond what any
 * badge holds, only the beginning is left: enough for the fitting to find, and to say, that it is too long.
 */
export function printable(raw: string): Printable {
  const missing = new Set<string>();
  let text = '';
  for (const character of raw
    .slice(0, 4 * LONGEST)
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')) {
    if (/\p{Cf}|\p{Variation_Selector}/u.test(character)) continue;
    const codePoint = character.codePointAt(0) ?? 0;
    if (badgeFont('regular').has(codePoint) && badgeFont('bold').has(codePoint)) text += character;
    else missing.add(character);
  }
  const tidy = text.replace(/ {2,}/g, ' ').trim();
  return { text: Array.from(tidy).slice(0, LONGEST).join(''), missing: [...missing] };
}

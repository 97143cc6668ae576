import { badgeFont } from './fonts';

/** A text as it can be printed, and the characters that had to stay out, each once. */
export interface Printable {
  text: string;
  missing: string[];
}

/**
 * Composes accents, turns any white space into single spaces, drops what has no ink of its own
 * (controls, direction marks, joiners) and takes out the characters that no bundled font has.
 */
export function printable(raw: string): Printable {
  const missing = new Set<string>();
  let text = '';
  for (const character of raw.normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ')) {
    if (/\p{Cf}|\p{Variation_Selector}/u.test(character)) continue;
    const codePoint = character.codePointAt(0) ?? 0;
    if (badgeFont('regular').has(codePoint) && badgeFont('bold').has(codePoint)) text += character;
    else missing.add(character);
  }
  return { text: text.replace(/ {2,}/g, ' ').trim(), missing: [...missing] };
}

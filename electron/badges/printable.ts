import { scriptOf } from './runs';

/** A text as it can be printed, and the characters that had to stay out, each once. */
export interface Printable {
  text: string;
  missing: string[];
}

/** No badge has room for more characters in one field, and fitting takes time. */
const LONGEST = 400;

/** No name has more marks on a letter that are not composed with it; a pile of them would cover other badges. */
const MOST_MARKS = 2;
/** The marks of Hebrew, Arabic and the scripts of India stand within the height of their line. */
const OWN_MARKS = /^[\u0590-\u0dff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** Joins nothing and is not seen, but parts letters in Persian names. */
const NON_JOINER = '\u200c';
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;
/** Most names: composed letters of Noto Sans, no space beside another, nothing that is not seen. */
const PLAIN = /^(?! )(?!.* {2})[ -~\u00c0-\u017f–’”]*(?<! )$/u;
const graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' });

/**
 * Composes accents, turns any white space into single spaces, drops what has no ink of its own
 * (controls, direction marks, joiners) and takes out what no bundled font has. Of a text far beyond what any
 * badge holds, only the beginning is left: enough for the fitting to find, and to say, that it is too long.
 */
export function printable(raw: string): Printable {
  if (raw.length <= LONGEST && PLAIN.test(raw)) return { text: raw, missing: [] };
  const missing = new Set<string>();
  let text = '';
  const whole = raw
    .slice(0, 4 * LONGEST)
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ');
  for (const { segment } of graphemes.segment(whole)) {
    const seen = segment.replace(INVISIBLE, (one) => (one === NON_JOINER ? one : ''));
    const inked = withoutPile(seen.replaceAll(NON_JOINER, ''), missing);
    if (inked === '') continue;
    if (scriptOf(inked)) text += parted(seen) ? seen : inked;
    else {
      for (const character of inked) {
        if (scriptOf(character)) text += character;
        else missing.add(character);
      }
    }
  }
  const tidy = text.replace(/ {2,}/g, ' ').trim();
  return { text: Array.from(tidy).slice(0, LONGEST).join(''), missing: [...missing] };
}

/** A letter with as many marks as a line has room for; the others are noted as `missing`. */
function withoutPile(grapheme: string, missing: Set<string>): string {
  if (OWN_MARKS.test(grapheme)) return grapheme;
  let marks = 0;
  return Array.from(grapheme)
    .filter((one) => {
      if (!/\p{Mn}/u.test(one) || (marks += 1) <= MOST_MARKS) return true;
      missing.add(one);
      return false;
    })
    .join('');
}

const parted = (seen: string) => /^\p{Script=Arabic}/u.test(seen) && seen.endsWith(NON_JOINER);

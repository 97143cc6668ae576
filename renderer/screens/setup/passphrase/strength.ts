import { isLongEnough } from '../../../../shared/model/passphrase';

/** A plain word for how long a passphrase would hold against somebody who has the files and time. */
export type Strength = 'short' | 'weak' | 'fair' | 'good';

/** What people choose most; each counts as one guess among a few, however long it is. */
const KNOWN = [
  'salasana',
  'password',
  'lösenord',
  'losenord',
  'qwerty',
  'qwertz',
  'asdf',
  'nuija',
  'kesä',
  'kesa',
  'talvi',
  'suomi',
  'finland',
  'sommar',
  'welcome',
  'tervetuloa',
];

/** Bits that a character adds: letters come in words, where each says much of the next. */
const LETTER = 2.2;
const CAPITAL = 3;
const DIGIT = 3;
const OTHER = 5;
const SPACE = 1;
const FORESEEABLE = 0.3;
const WORD = 3;

/** From so many bits on; at some tenths of a second a guess, `GOOD` outlasts any patience. */
const FAIR = 28;
const GOOD = 50;

/** A rough estimate, on the careful side; it forbids nothing but what is too short. */
export function strengthOf(passphrase: string): Strength {
  if (!isLongEnough(passphrase)) return 'short';
  const bits = bitsOf(passphrase.normalize('NFKC'));
  if (bits < FAIR) return 'weak';
  return bits < GOOD ? 'fair' : 'good';
}

function bitsOf(typed: string): number {
  let rest = typed;
  let bits = 0;
  for (const word of KNOWN) {
    const without = rest.replaceAll(new RegExp(word, 'giu'), '');
    if (without !== rest) bits += WORD;
    rest = without;
  }
  // A year says little more than that there is one.
  rest = rest.replaceAll(/(?:19|20)\d\d/g, () => {
    bits += WORD;
    return '';
  });
  let before = '';
  for (const one of rest) {
    bits += isForeseeable(before, one) ? FORESEEABLE : bitsOfOne(one);
    before = one;
  }
  return bits;
}

/** The same again, or the next one up or down: aaaa, 1234, 4321. */
function isForeseeable(before: string, one: string): boolean {
  if (before === '') return false;
  return Math.abs((one.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) <= 1;
}

function bitsOfOne(one: string): number {
  if (/\p{Lu}/u.test(one)) return CAPITAL;
  if (/\p{L}/u.test(one)) return LETTER;
  if (/\p{N}/u.test(one)) return DIGIT;
  return /\s/.test(one) ? SPACE : OTHER;
}

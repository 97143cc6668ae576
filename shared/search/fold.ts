/** Letters that Unicode does not take apart into a base letter and a mark, and stand-ins for the apostrophe. */
const spelled: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ŋ: 'n',
  ŧ: 't',
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ǥ: 'g',
  ʒ: 'z',
  þ: 'th',
  ə: 'e',
  ɛ: 'e',
  ɔ: 'o',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ĸ: 'k',
  ς: 'σ',
  '´': "'",
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʹ: "'",
  ʻ: "'",
  ʾ: "'",
  ʿ: "'",
  ˈ: "'",
  ꞌ: "'",
};

const plain = /^[\x20-\x7e]*$/;
const unseen = /[\p{M}\p{Cf}]/u;
const control = /\p{Cc}/u;
const wordPattern = /[\p{L}\p{N}]+/gu;
const plainWordPattern = /[a-z0-9]+/g;
const oneWord = /^[a-z0-9]+$/;

/** What each character beyond ASCII has been folded to; it never holds more than the letters in use. */
const known = new Map<string, string>();

function foldAnew(character: string): string {
  if (unseen.test(character)) return '';
  if (/\s/u.test(character)) return ' ';
  if (control.test(character)) return '';
  const direct = spelled[character];
  if (direct !== undefined) return direct;
  let folded = '';
  for (const piece of character.toLowerCase().normalize('NFKD').toLowerCase()) {
    if (!unseen.test(piece)) folded += spelled[piece] ?? piece;
  }
  return folded;
}

/**
 * Folds one character (one code point) to what is compared: none, one or several characters. `fold` is exactly
 * this, character by character, so that a place in the folded text can be led back to the original.
 */
export function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = foldAnew(character);
    known.set(character, folded);
  }
  return folded;
}

/**
 * Makes spellings of one name alike: case, marks over and under letters, the Nordic, Sámi and Vietnamese letters
 * that carry no separable mark, the many apostrophes. Zero-width and control characters disappear; every white
 * space becomes a space. Folding twice changes nothing more.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

function wordsIn(folded: string): string[] {
  return folded.match(plain.test(folded) ? plainWordPattern : wordPattern) ?? [];
}

/** The folded words of a text: runs of letters and digits, whatever stands between them. */
export function words(text: string): string[] {
  return wordsIn(fold(text));
}

/**
 * The folded words of a text, those written together (`Anna-Maija`, `O'Brien`, `anna@example.org`) kept in one
 * list: white space parts the lists, any other sign only the words within one.
 */
export function compounds(text: string): string[][] {
  const folded = fold(text);
  if (oneWord.test(folded)) return [[folded]];
  const lists: string[][] = [];
  for (const chunk of folded.split(' ')) {
    const list = wordsIn(chunk);
    if (list.length > 0) lists.push(list);
  }
  return lists;
}

import { fold } from '../search/fold';

/** A word of a name: letters and digits, with the signs that tie parts of one name together. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*/gu;
const EMAIL = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g;
const PHONE = /\+?\d[\d\s().–-]{4,}\d/g;

/** Stands where an address or a number was. */
const WITHHELD = '…';

/** Digits by which two ways of writing one number are alike: without the country and its zero. */
const TELLING_DIGITS = 7;

interface Known {
  words: readonly string[];
  /** What stands in the name's place. */
  instead: () => string;
}

/** The folded words of a text with their places in it. */
function wordsOf(text: string): Array<{ folded: string; from: number; to: number }> {
  return [...text.matchAll(WORD)].map((match) => ({
    folded: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

const digitsOf = (phone: string) => phone.replace(/\D/g, '').slice(-TELLING_DIGITS);

/**
 * The beginning that a surname keeps when it is inflected: Virta – Virran, Mäki – Mäen, Lehtinen –
 * Lehtisen. In letters: two of four, six tenths of longer ones.
 */
function stemOf(word: string): string {
  return word.slice(0, word.length <= 4 ? 2 : Math.ceil(word.length * 0.6));
}

/** Names, addresses and numbers of people, to be found in texts that others have written. */
export class Names {
  private readonly byFirstWord = new Map<string, Known[]>();
  private readonly emails = new Set<string>();
  private readonly phones = new Set<string>();

  /** `instead` says what takes its place; it is found as "First Last", "Last First" and inflected. */
  add(instead: () => string, first: string, last: string): void {
    const [one, two] = [first, last].map((part) => wordsOf(part).map(({ folded }) => folded));
    if (!one || !two || !/\p{L}/u.test(first + last)) return;
    this.learn({ instead, words: [...one, ...two] });
    if (one.length > 0 && two.length > 0) this.learn({ instead, words: [...two, ...one] });
  }

  /** A whole text that stands for a person or a firm that carries a person's name. */
  addWhole(instead: () => string, name: string): void {
    this.add(instead, name, '');
  }

  addEmail(email: string): void {
    if (email.includes('@')) this.emails.add(email.trim().toLowerCase());
  }

  addPhone(phone: string): void {
    const digits = digitsOf(phone);
    if (digits.length === TELLING_DIGITS) this.phones.add(digits);
  }

  /** The text with something else in the place of each name, and without addresses and numbers. */
  hide(text: string): string {
    const open = text
      .replace(EMAIL, (email) => (this.emails.has(email.toLowerCase()) ? WITHHELD : email))
      .replace(PHONE, (phone) => (this.phones.has(digitsOf(phone)) ? WITHHELD : phone));
    const found = wordsOf(open);
    let hidden = '';
    let copied = 0;
    for (let at = 0; at < found.length; at++) {
      const known = this.knownAt(found, at);
      const [start, end] = [found[at], found[at + (known?.words.length ?? 1) - 1]];
      if (!known || !start || !end) continue;
      hidden += open.slice(copied, start.from) + known.instead();
      copied = end.to;
      at += known.words.length - 1;
    }
    return hidden + open.slice(copied);
  }

  private learn(known: Known): void {
    const [first] = known.words;
    if (first === undefined) return;
    const others = this.byFirstWord.get(first);
    if (!others) this.byFirstWord.set(first, [known]);
    else if (!others.some(({ words }) => words.join(' ') === known.words.join(' '))) {
      others.push(known);
      others.sort((a, b) => b.words.length - a.words.length);
    }
  }

  private knownAt(found: ReadonlyArray<{ folded: string }>, at: number): Known | undefined {
    return this.byFirstWord.get(found[at]?.folded ?? '')?.find(({ words }) =>
      words.every((word, index) => {
        const folded = found[at + index]?.folded ?? '';
        const inflects = index > 0 && index === words.length - 1;
        return inflects ? folded.startsWith(stemOf(word)) : folded === word;
      }),
    );
  }
}

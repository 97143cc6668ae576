import { foldCharacter } from './fold';
import { readings } from './reading';

/** A stretch of text and whether the query is found in it. */
export interface Piece {
  text: string;
  hit: boolean;
}

interface Letter {
  /** One folded letter or digit, a space, or nothing for a sign within a word. */
  folded: string;
  /** Where its character stands in the original text: from, and to not included. */
  from: number;
  to: number;
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/** The folded letters of a text, each with the place of the whole visible character it comes from. */
function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let at = 0;
  for (const character of text) {
    const to = at + character.length;
    const folded = foldCharacter(character);
    if (folded === '') extendLast(letters, to);
    for (const piece of folded) {
      const kept = piece === ' ' || letterOrDigit.test(piece) ? piece : '';
      letters.push({ folded: kept, from: at, to });
    }
    at = to;
  }
  return letters;
}

/** A mark that is not compared belongs to the character before it, all of whose folded letters it stretches. */
function extendLast(letters: Letter[], to: number): void {
  const from = letters.at(-1)?.from;
  for (let at = letters.length - 1; at >= 0; at--) {
    const letter = letters[at];
    if (!letter || letter.from !== from) return;
    letter.to = to;
  }
}

/** How many letters from a place on spell the token, signs within the word passed over; 0 if they do not. */
function spelled(letters: readonly Letter[], from: number, token: string): number {
  let matched = 0;
  let at = from;
  while (matched < token.length) {
    const letter = letters[at];
    if (!letter || !token.startsWith(letter.folded, matched)) return 0;
    matched += letter.folded.length;
    at++;
  }
  return at - from;
}

/** Marks what one query hits in text after text, as `highlight` does: a list of many reads its query once. */
export function highlighter(query: string): (text: string) => Piece[] {
  const tokens = readings(query).flatMap((reading) => reading.tokens);
  return (text) => piecesOf(text, tokens);
}

/**
 * Cuts a text into pieces that a query hits or not: hit are the beginnings of words that a token of the query
 * spells, compared as `fold` compares, in the original spelling. The pieces joined are the text, to the character.
 */
export function highlight(text: string, query: string): Piece[] {
  return highlighter(query)(text);
}

function piecesOf(text: string, tokens: readonly string[]): Piece[] {
  const letters = lettersOf(text);
  const pieces: Piece[] = [];
  let done = 0;
  const cut = (to: number, hit: boolean): void => {
    if (to <= done) return;
    const last = pieces.at(-1);
    const stretch = text.slice(done, to);
    if (last && last.hit === hit) last.text += stretch;
    else pieces.push({ text: stretch, hit });
    done = to;
  };
  letters.forEach((letter, at) => {
    const before = letters[at - 1]?.folded ?? '';
    if (before !== '' && before !== ' ') return;
    if (letter.folded === '' || letter.folded === ' ') return;
    const longest = Math.max(0, ...tokens.map((token) => spelled(letters, at, token)));
    const last = letters[at + longest - 1];
    if (longest === 0 || !last) return;
    cut(letter.from, false);
    cut(last.to, true);
  });
  cut(text.length, false);
  return pieces;
}

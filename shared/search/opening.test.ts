import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneEdit } from './edit';
import { meantWords, openings } from './opening';

const letters = new Set('abc');
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });

describe('the stretches of the dictionary looked through for a mistyped token', () => {
  it('hold every word that is one slip away', () => {
    fc.assert(
      fc.property(word, word, (token, other) => {
        fc.pre(token.length >= 2 && oneEdit(token, other) !== 'none');
        const found = [...openings(token, letters)];
        expect(found.some((opening) => other.startsWith(opening))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are, for a short token, exactly the words one slip away', () => {
    fc.assert(
      fc.property(word, word, (token, other) => {
        expect(meantWords(token, letters).has(other)).toBe(oneEdit(token, other) === 'full');
      }),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneEdit } from './edit';
import { slipped } from './slipped.fixture';

describe('oneEdit', () => {
  it.each([
    ['virtaneen', 'a letter too many'],
    ['xvirtanen', 'a letter too many in front'],
    ['virtanenn', 'a letter too many at the end'],
    ['virtanen', 'nothing', 'none'],
    ['irtanen', 'the first letter missing'],
    ['virtane', 'the last letter missing'],
    ['virtamen', 'another letter'],
    ['virtanem', 'another letter at the end'],
    ['ivrtanen', 'the first two swapped'],
    ['virtanne', 'the last two swapped'],
    ['vrtamen', 'two slips', 'none'],
    ['virtanenxy', 'two letters too many', 'none'],
  ])('of virtanen takes %s (%s)', (token, _slip, closeness = 'full') => {
    expect(oneEdit(token, 'virtanen')).toBe(closeness);
  });

  it('knows the beginning of a longer word', () => {
    expect(oneEdit('nakkslaj', 'nakkalajarvi')).toBe('beginning');
  });

  it('knows every slip in every word', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(letters, slipped, (word, slip) => {
        const token = slip(word);
        fc.pre(token !== word && token.length > 0);
        expect(oneEdit(token, word)).toBe('full');
      }),
    );
  });

  it('agrees with the definition of the distance on all short words', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(letters, letters, (token, word) => {
        const reachable = new Set<string>();
        for (let at = 0; at <= token.length; at++) {
          const [left, right] = [token.slice(0, at), token.slice(at)];
          reachable.add(left + right.slice(1));
          for (const letter of ['a', 'b']) {
            reachable.add(left + letter + right);
            if (right) reachable.add(left + letter + right.slice(1));
          }
          if (right.length > 1) reachable.add(left + right[1] + right[0] + right.slice(2));
        }
        reachable.delete(token);
        expect(oneEdit(token, word) === 'full').toBe(reachable.has(word));
      }),
      { numRuns: 500 },
    );
  });
});

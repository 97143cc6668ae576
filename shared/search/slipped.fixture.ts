import fc from 'fast-check';

/** One slip of the finger at a random place: a letter left out, put in, replaced, or swapped with the next. */
export const slipped: fc.Arbitrary<(word: string) => string> = fc
  .tuple(
    fc.constantFrom('left out', 'put in', 'replaced', 'swapped'),
    fc.nat(1000),
    fc.constantFrom(...'abcdeiknorstuvx'),
  )
  .map(([kind, place, letter]) => (word: string) => {
    const at = place % word.length;
    const [before, here, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
    if (kind === 'left out') return before + after;
    if (kind === 'put in') return before + letter + here + after;
    if (kind === 'replaced') return before + letter + after;
    return before + after.charAt(0) + here + after.slice(1);
  });

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstOf } from './best';

it('keeps the same as sorting all and taking the first', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer()),
      fc.integer({ min: -1, max: 30 }),
      (numbers, limit) => {
        const order = (a: number, b: number): number => b - a;
        const sorted = [...numbers].sort(order).slice(0, Math.max(0, limit));
        const at = (index: number): number => numbers[index] ?? 0;
        expect(firstOf(numbers.length, at, limit, order)).toEqual(sorted);
      },
    ),
  );
});

import { describe, expect, it } from 'vitest';
import { largestFitting, LEAST } from './fitText';

describe('the size of a text on the stage', () => {
  it('is the largest wanted where that fits', () => {
    expect(largestFitting(() => true)).toBe(1);
  });

  it.each([0.35, 0.5, 0.77, 0.99])('fits, and is within a hundredth of what fits: %f', (limit) => {
    const share = largestFitting((one) => one <= limit);
    expect(share).toBeLessThanOrEqual(limit);
    expect(share).toBeGreaterThan(limit - 0.01);
  });

  it('has an end below which words are broken instead', () => {
    expect(largestFitting(() => false)).toBe(LEAST);
  });
});

import { describe, expect, it } from 'vitest';
import { isStale } from './stale';

describe('a stage screen', () => {
  it('is stale before three seconds have gone without a word from the desk', () => {
    expect(isStale({ heard: 10_000, lost: false, steady: 12_400 })).toBe(false);
    expect(isStale({ heard: 10_000, lost: false, steady: 12_600 })).toBe(true);
  });

  it('is stale at once when the line is lost, and until the desk is first heard', () => {
    expect(isStale({ heard: 10_000, lost: true, steady: 10_001 })).toBe(true);
    expect(isStale({ heard: null, lost: false, steady: 0 })).toBe(true);
  });
});

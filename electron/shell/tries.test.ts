import { describe, expect, it } from 'vitest';
import { stageWait, Tries } from './tries';

describe('a window that breaks', () => {
  it('is loaded again three times within a minute, and then a person is asked', () => {
    const tries = new Tries();
    expect([0, 1_000, 2_000].map((at) => tries.again(at))).toEqual([true, true, true]);
    expect(tries.again(3_000)).toBe(false);
    tries.forget();
    expect(tries.again(4_000)).toBe(true);
  });

  it('is well again after a minute', () => {
    const tries = new Tries();
    for (const at of [0, 1, 2]) tries.again(at);
    expect(tries.again(61_000)).toBe(true);
  });

  it('is loaded again on a stage for ever, at longer and longer intervals', () => {
    expect([1, 2, 3, 8, 50].map(stageWait)).toEqual([250, 500, 1_000, 30_000, 30_000]);
  });
});

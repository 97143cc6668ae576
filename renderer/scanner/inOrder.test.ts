import { describe, expect, it } from 'vitest';
import { InOrder } from './inOrder';

describe('answers to scans that follow each other at once', () => {
  it('come in the order of the scans, whichever is ready first', async () => {
    const order = new InOrder();
    const ready: Array<() => void> = [];
    const told: number[] = [];
    const asked = [0, 1, 2].map(async (index) => {
      const answer = new Promise<void>((resolve) => ready.push(resolve));
      await order.next(answer);
      told.push(index);
    });
    for (const answer of ready.toReversed()) {
      expect(told).toEqual([]);
      answer();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(asked);
    expect(told).toEqual([0, 1, 2]);
  });

  it('are not held up by one that fails', async () => {
    const order = new InOrder();
    const failed = order.next(Promise.reject(new Error('no desk')));
    await expect(order.next(Promise.resolve('here'))).resolves.toBe('here');
    await expect(failed).rejects.toThrow('no desk');
  });
});

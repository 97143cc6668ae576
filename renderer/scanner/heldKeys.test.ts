import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeldKeys, HOLD_MS } from './heldKeys';

describe('keys of one letter that might begin a scan', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const pressed = (keys: HeldKeys, done: string[], letters: string, gap: number) => {
    for (const letter of letters) {
      keys.take(() => done.push(letter));
      vi.advanceTimersByTime(gap);
    }
  };

  it('are done in their order once nothing follows at a scanner’s pace', () => {
    const [keys, done] = [new HeldKeys(), new Array<string>()];
    pressed(keys, done, 'G2', 20);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(HOLD_MS);
    expect(done).toEqual(['G', '2']);
  });

  it('are each done before the next when a person presses them', () => {
    const [keys, done] = [new HeldKeys(), new Array<string>()];
    pressed(keys, done, 'S', 120);
    expect(done).toEqual(['S']);
    pressed(keys, done, '3', 120);
    expect(done).toEqual(['S', '3']);
  });

  it('are done at once when a key that cannot be a scanner’s follows', () => {
    const [keys, done] = [new HeldKeys(), new Array<string>()];
    pressed(keys, done, 'C', 5);
    keys.release();
    expect(done).toEqual(['C']);
    vi.advanceTimersByTime(1_000);
    expect(done).toEqual(['C']);
  });

  it('do nothing when they were a scan, except those that came before it', () => {
    const [keys, done] = [new HeldKeys(), new Array<string>()];
    pressed(keys, done, 'M', 40);
    const before = keys.count;
    pressed(keys, done, 'K7QWERTY12345X', 8);
    keys.keep(before);
    vi.advanceTimersByTime(1_000);
    expect(done).toEqual(['M']);
  });

  it('wait longer on a machine that is late with its keys, but never long', () => {
    const [keys, done] = [new HeldKeys(), new Array<string>()];
    keys.take(() => done.push('S'), 90);
    vi.advanceTimersByTime(HOLD_MS + 80);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(20);
    expect(done).toEqual(['S']);
    keys.take(() => done.push('E'), 60_000);
    vi.advanceTimersByTime(300);
    expect(done).toEqual(['S', 'E']);
  });

  it('wait for a scanner that sends no Enter and is told by its silence', () => {
    const [keys, done] = [new HeldKeys(), new Array<string>()];
    pressed(keys, done, 'K7QWERTY12345X', 8);
    vi.advanceTimersByTime(160);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(done).toHaveLength(14);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LONG_MS, LongPress } from './longPress';

describe('a long press', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const pressing = () => {
    const ticked: string[] = [];
    return { ticked, press: new LongPress((id) => ticked.push(id)) };
  };

  it('ticks the row once, and the tap that ends it opens nothing', () => {
    const { ticked, press } = pressing();
    press.begin('aino', 100, 100);
    press.move(104, 97);
    vi.advanceTimersByTime(LONG_MS);
    expect(ticked).toEqual(['aino']);
    expect(press.held).toBe(true);
    press.end();
    expect([press.swallows(), press.swallows()]).toEqual([true, false]);
    vi.advanceTimersByTime(LONG_MS);
    expect(ticked).toEqual(['aino']);
  });

  it.each([
    ['a tap', (press: LongPress) => press.end()],
    ['scrolling', (press: LongPress) => press.move(100, 111)],
  ])('is not %s', (_, then) => {
    const { ticked, press } = pressing();
    press.begin('aino', 100, 100);
    vi.advanceTimersByTime(LONG_MS - 1);
    then(press);
    vi.advanceTimersByTime(LONG_MS);
    expect(ticked).toEqual([]);
    expect(press.swallows()).toBe(false);
  });

  it('on another row does not swallow the tap that follows on a third', () => {
    const { ticked, press } = pressing();
    press.begin('aino', 0, 0);
    vi.advanceTimersByTime(LONG_MS);
    press.end();
    press.begin('pekka', 0, 60);
    press.end();
    expect(press.swallows()).toBe(false);
    expect(ticked).toEqual(['aino']);
  });
});

import { describe, expect, it } from 'vitest';
import { DeskClock } from './deskClock';

describe('the desk’s clock on a screen', () => {
  it('runs by the monotonic time from the instant of the last frame', () => {
    let elapsed = 100;
    const clock = new DeskClock(() => elapsed, 50_000);
    expect(clock.now()).toBe(50_000);
    elapsed = 600;
    expect(clock.now()).toBe(50_500);
    clock.correct(90_000);
    elapsed = 850;
    expect(clock.now()).toBe(90_250);
  });
});

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

  it('does not go back for a frame that was long under way', () => {
    let elapsed = 0;
    const clock = new DeskClock(() => elapsed, 0);
    clock.correct(10_000);
    elapsed = 1_000;
    clock.correct(10_700);
    expect(clock.now()).toBe(11_000);
  });

  it('follows a desk whose clock was set anew by a restart', () => {
    let elapsed = 0;
    const clock = new DeskClock(() => elapsed, 0);
    clock.correct(10_000);
    elapsed = 1_000;
    clock.correct(5_000);
    expect(clock.now()).toBe(5_000);
  });
});

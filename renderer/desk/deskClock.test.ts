import * as fc from 'fast-check';
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

  it('agrees with the desk within 50 ms all day, though frames are late and the machines drift', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 9, maxLength: 9 });
    const drifts = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(delays, drifts, (late, ppm) => {
        let elapsed = 0;
        const begun = 1_000_000;
        const desk = () => begun + elapsed * (1 + ppm / 1e6);
        const clock = new DeskClock(() => elapsed, 0);
        let worst = 0;
        // Every tenth frame comes within 20 ms, the others as they like.
        for (let second = 0; second < 8 * 3_600; second += 1) {
          const delay = second % 10 === 0 ? 20 : (late[second % 9] ?? 0);
          const stated = desk();
          elapsed += delay;
          clock.correct(stated);
          elapsed += 1_000 - delay;
          worst = Math.max(worst, Math.abs(clock.now() - desk()));
        }
        expect(worst).toBeLessThan(50);
      }),
      { numRuns: 4 },
    );
  });
});

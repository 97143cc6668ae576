import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock } from './clock';
import type { LookingClock } from './clock';

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const START = Date.parse('2026-10-24T21:59:00Z');

/** A machine whose clocks are told what happens to them. */
class Machine {
  passed = 0;
  steady = 500;
  wall = START;
  clock: LookingClock;

  /** `counts`: the steady clock goes on in sleep, as on Windows and macOS; `grain` of the uptime, ms. */
  constructor(
    readonly counts = false,
    readonly grain = 10,
  ) {
    this.clock = createClock({
      steady: () => this.steady,
      up: () => Math.floor((777 + this.passed) / this.grain) * this.grain,
      wall: () => this.wall,
    });
  }

  /** Awake, with a look every second as the program takes it. */
  work(ms: number): void {
    for (let left = ms; left > 0; left -= SECOND) {
      const step = Math.min(left, SECOND);
      this.passed += step;
      this.steady += step;
      this.wall += step;
      this.clock.look();
    }
  }

  sleep(ms: number): void {
    this.passed += ms;
    this.wall += ms;
    if (this.counts) this.steady += ms;
  }

  /** How far the clock is from what has passed, ms. */
  get off(): number {
    return this.clock.now() - START - this.passed;
  }
}

const KINDS = [
  ['Linux', false, 10],
  ['macOS', true, 1_000],
  ['Windows', true, 16],
] as const;

describe.each(KINDS)('the desk’s clock on %s', (_, counts, grain) => {
  const machine = () => new Machine(counts, grain);

  it('does not move when the wall clock is set, whatever it is set to', () => {
    const it = machine();
    for (const step of [30 * SECOND, -30 * SECOND, HOUR, -HOUR, 24 * HOUR, 1, -1]) {
      it.work(3 * SECOND);
      it.wall += step;
      expect(it.off).toBe(0);
    }
    expect(it.clock.slept?.()).toBeNull();
  });

  it('counts sleep as passed, within a blink of waking', () => {
    const it = machine();
    it.work(5 * SECOND);
    it.sleep(4 * MINUTE + 10 * SECOND);
    it.work(20);
    expect(Math.abs(it.off)).toBeLessThanOrEqual(grain);
    it.work(HOUR);
    expect(Math.abs(it.off)).toBeLessThanOrEqual(grain);
  });

  it('remembers from when until when the machine slept', () => {
    const it = machine();
    it.work(5 * SECOND);
    const from = it.clock.now();
    it.sleep(4 * MINUTE);
    it.work(SECOND);
    const { from: began, to } = it.clock.slept?.() ?? { from: 0, to: 0 };
    expect(began).toBe(from);
    expect(Math.abs(to - from - 4 * MINUTE)).toBeLessThanOrEqual(SECOND + grain);
  });

  it('stays right over a day of work, sleep and a wall clock that is set', () => {
    const thing = fc.oneof(
      fc.record({ work: fc.integer({ min: 1, max: 20 * MINUTE }) }),
      fc.record({ sleep: fc.integer({ min: 3 * SECOND, max: HOUR }) }),
      fc.record({ set: fc.integer({ min: -HOUR, max: HOUR }) }),
    );
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 24 }), (day) => {
        const it = machine();
        let sleeps = 0;
        let last = it.clock.now();
        for (const one of day) {
          if ('work' in one) it.work(one.work);
          else if ('set' in one) it.wall += one.set;
          else {
            it.sleep(one.sleep);
            it.work(SECOND);
            sleeps++;
          }
          const now = it.clock.now();
          expect(now).toBeGreaterThanOrEqual(last);
          last = now;
          // Where uptime is added, each sleep may be off by the grain in which it is told.
          expect(Math.abs(it.off)).toBeLessThanOrEqual(counts ? 0 : sleeps * grain);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the desk’s clock', () => {
  it('goes on from the last fact of an earlier run, and never back', () => {
    const it = new Machine();
    it.clock.atLeast(START + HOUR);
    expect(it.clock.now()).toBe(START + HOUR);
    it.clock.atLeast(START);
    expect(it.clock.now()).toBe(START + HOUR);
  });

  it('says nothing of a moment in which the program was busy', () => {
    const it = new Machine(true);
    it.work(SECOND);
    it.sleep(5 * SECOND);
    it.work(SECOND);
    expect(it.clock.slept?.()).toBeNull();
  });
});

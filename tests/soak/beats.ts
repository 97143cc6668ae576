import { vi } from 'vitest';

interface Beat {
  work(): void;
  every: number;
  due: number;
}

/** All that is done every so often; times in ms. */
export interface Beats {
  /** Moves on by so much, and does what has become due meanwhile. */
  pass(ms: number): void;
  /** `setInterval` is the system's again. */
  end(): void;
}

/**
 * Takes over `setInterval`, so that a day of it can be moved by hand. Vitest's own fake timers look through all
 * timers for each that fires: with 300 screens they take most of the day.
 */
export function beatsByHand(): Beats {
  let now = 0;
  const beats = new Set<Beat>();
  vi.stubGlobal('setInterval', (work: () => void, every: number) => {
    const beat = { work, every, due: now + every, unref: () => beat };
    beats.add(beat);
    return beat;
  });
  vi.stubGlobal('clearInterval', (beat: Beat) => beats.delete(beat));
  return {
    pass(ms) {
      now += ms;
      for (const beat of beats) {
        for (; beat.due <= now && beats.has(beat); beat.due += beat.every) beat.work();
      }
    },
    end: () => vi.unstubAllGlobals(),
  };
}

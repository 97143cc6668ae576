/** Numbers drawn by lot that are the same for the same seed (mulberry32), so that a failure can be repeated. */
export interface Lots {
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** True in one of `outOf` cases. */
  one(outOf: number): boolean;
}

export function drawLots(seed: number): Lots {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, one: (outOf) => below(outOf) === 0 };
}

/** A source of numbers that looks random and is the same for the same seed. */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number;
  pick<T>(from: readonly T[]): T;
  /** Picks with the frequency of the n-th item falling as 1/(n + 6): names are far from evenly spread. */
  pickCommon<T>(from: readonly T[]): T;
}

const flatness = 6;

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to draw test data. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(from: readonly T[], index: number): T => {
    const item = from[index];
    if (item === undefined) throw new Error('There is nothing to pick from an empty list.');
    return item;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    pick: (from) => at(from, below(from.length)),
    pickCommon: (from) => {
      const stretched = flatness * ((from.length + flatness) / flatness) ** next() - flatness;
      return at(from, Math.min(from.length - 1, Math.floor(stretched)));
    },
  };
}

/** Numbers that come again with the seed (mulberry32, public domain). */
export interface Chance {
  readonly seed: number;
  /** From 0 to below `below`. */
  upTo(below: number): number;
}

/** `NUIJA_FAULT_SEED` brings a run's choices back; the moments at which they meet the program do not come back. */
export function openChance(given = process.env['NUIJA_FAULT_SEED']): Chance {
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(given);
  let state = seed;
  return {
    seed,
    upTo: (below) => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
    },
  };
}

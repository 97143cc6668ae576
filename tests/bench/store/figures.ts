/** The middle of some measurements and their 99th percentile, in the measurements' own unit. */
export interface Spread {
  median: number;
  p99: number;
}

export function spreadOf(measured: readonly number[]): Spread {
  const sorted = measured.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99) };
}

/** How long some work takes, in ms. */
export async function msOf(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

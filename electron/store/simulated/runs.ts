/** Runs that somebody asked for, who has more time than a test that everybody waits for. */
const asked = Number(process.env['NUIJA_FAULT_RUNS'] ?? 0);

/**
 * How often a property is tried: `short` times and always with the same lots, so that nobody's work is turned
 * away for a rare find; or as often as NUIJA_FAULT_RUNS says, each time with others.
 */
export function runs(short: number): { numRuns: number; seed?: number } {
  return asked > 0 ? { numRuns: asked } : { numRuns: short, seed: 20_261_122 };
}

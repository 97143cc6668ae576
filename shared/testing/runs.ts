import fc from 'fast-check';

/** How often a property is tried: `short` times, or as often as NUIJA_PROPERTY_RUNS asks for. */
export const runs = (short: number): { numRuns: number } => ({
  numRuns: fc.readConfigureGlobal().numRuns ?? short,
});

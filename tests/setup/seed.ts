import fc from 'fast-check';

/** Made-up values are drawn anew in every run when this says `new`. */
const wish = process.env['NUIJA_SEED'];

/** Runs of the panel's and the programme's properties that somebody with more time has asked for. */
const numRuns = Number(process.env['NUIJA_PROPERTY_RUNS'] ?? 0);

/**
 * The same made-up values in every run, so that one state of the code gets one verdict. `NUIJA_SEED=new`
 * draws others, as the long runs do; `NUIJA_SEED=<number>` repeats a run that has failed.
 */
if (numRuns > 0) {
  fc.configureGlobal({ numRuns });
} else if (wish !== 'new' && !process.env['NUIJA_FAULT_RUNS']) {
  fc.configureGlobal({ seed: Number(wish ?? 7) });
}

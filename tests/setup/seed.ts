import fc from 'fast-check';

/** Made-up values are drawn anew in every run when this says `new`. */
const wish = process.env['NUIJA_SEED'];

/**
 * The same made-up values in every run, so that one state of the code gets one verdict. `NUIJA_SEED=new`
 * draws others, as the long fault runs do; `NUIJA_SEED=<number>` repeats a run that has failed.
 */
if (wish !== 'new' && !process.env['NUIJA_FAULT_RUNS']) {
  fc.configureGlobal({ seed: Number(wish ?? 7) });
}

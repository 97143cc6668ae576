/**
 * `npm run test:faults`: the fault tests at length: at least 200 kills of the real desk, 50 power
 * cuts of the file system under it, and many more runs of the simulated disk than `npm test` takes.
 * Prints the seeds with which a run comes again.
 */
import { build } from './lib/build.mjs';
import { installPackages } from './lib/install.mjs';
import { tool } from './lib/root.mjs';
import { runTool } from './lib/run.mjs';
import { main, teller } from './lib/say.mjs';

await main(async () => {
  const tell = teller();
  await installPackages(tell);
  await build(tell);
  const env = {
    NUIJA_FAULT_KILLS: process.env.NUIJA_FAULT_KILLS ?? '200',
    NUIJA_FAULT_CUTS: process.env.NUIJA_FAULT_CUTS ?? '50',
    NUIJA_FAULT_RUNS: process.env.NUIJA_FAULT_RUNS ?? '20000',
    NUIJA_FAULT_SEED: process.env.NUIJA_FAULT_SEED ?? String(Math.floor(Math.random() * 2 ** 31)),
  };
  for (const [name, value] of Object.entries(env)) tell.line(`${name}=${value}`);
  // Every file of `tests/faults`, and those beside the code that say `.faults.` in their names.
  const args = ['run', '--testTimeout=7200000', 'faults'];
  process.exitCode = (await runTool(tool.vitest, args, { env, output: 'shown' })).code;
});

/**
 * `npm run test:soak`: a whole simulated day at the desk, eight hours with six panels, two receptions and 300
 * stage screens, and what is in memory meanwhile. Needs no browser.
 */
import { installPackages } from './lib/install.mjs';
import { tool } from './lib/root.mjs';
import { runTool } from './lib/run.mjs';
import { main, teller } from './lib/say.mjs';

await main(async () => {
  await installPackages(teller());
  const args = ['run', '--project', 'apart', 'tests/soak'];
  const { code } = await runTool(tool.vitest, args, {
    env: { NUIJA_SOAK: 'whole' },
    output: 'shown',
  });
  process.exitCode = code;
});

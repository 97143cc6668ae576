/**
 * `npm run audit:policy`: asks npm for known holes in the packages of the lockfile and holds them against
 * our policy (scripts/lib/auditPolicy.mjs). Without a network it says that nobody could be asked, and
 * stops nothing: a venue or a train is no place to be refused a build.
 */
import { judge } from './lib/auditPolicy.mjs';
import { npm } from './lib/run.mjs';
import { StepFailed, main, teller } from './lib/say.mjs';

await main(async () => {
  const tell = teller();
  const refused = [];
  for (const [of, words] of [
    ['shipped', ['--omit=dev']],
    ['tools', []],
  ]) {
    const asked = ['audit', '--json', '--package-lock-only', ...words];
    const { output } = await npm(asked, { limit: 60_000 });
    const found = judge(output, of);
    if (!found.asked) {
      tell.line(`– ${of}: npm could not be asked (${found.why}); nothing is known.`);
      continue;
    }
    const { length } = found.refused;
    tell.line(`${length === 0 ? '✓' : '✗'} ${of}: ${length} refused, ${found.told.length} noted`);
    for (const line of [...found.refused, ...found.told]) tell.line(`    ${line}`);
    refused.push(...found.refused);
  }
  if (refused.length > 0)
    throw new StepFailed(`${refused.length} known holes are too grave to ship.`);
});

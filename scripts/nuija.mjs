/**
 * `npm run -s nuija -- VERB …`: the command line. Installs and builds first where needed, telling
 * so on standard error only, and then is the command line, in this same process.
 */
import { pathToFileURL } from 'node:url';
import { build, buildIsFresh } from './lib/build.mjs';
import { installPackages } from './lib/install.mjs';
import { at } from './lib/root.mjs';
import { main, teller } from './lib/say.mjs';

await main(async () => {
  if (!buildIsFresh()) {
    const tell = teller(process.stderr);
    await installPackages(tell);
    await build(tell);
  }
  // npm runs scripts in the project's folder; paths are meant from where the person is.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  const cli = at('out/main/cli.js');
  process.argv[1] = cli;
  await import(pathToFileURL(cli).href);
});

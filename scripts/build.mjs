/** `npm run build`: installs what is missing and builds out/ when the sources are newer. */
import { build } from './lib/build.mjs';
import { installPackages } from './lib/install.mjs';
import { main, teller } from './lib/say.mjs';

await main(async () => {
  const tell = teller();
  await installPackages(tell);
  const said = await build(tell);
  tell.line(said.trim() || 'out/ is up to date.');
});

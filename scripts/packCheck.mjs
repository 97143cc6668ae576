/**
 * `npm run pack:check [-- FOLDER]`: looks into every packaged app under dist/ (or FOLDER): what is inside,
 * Electron's fuses as they really are in the program, licences, size, and whether its command line works
 * with nothing but what was packaged. Says so where there is no packaged app.
 */
import path from 'node:path';
import { inspect, packagedApps, weights } from './lib/packedApp.mjs';
import { at } from './lib/root.mjs';
import { tryPacked } from './lib/tryPacked.mjs';
import { StepFailed, main, teller } from './lib/say.mjs';

await main(async () => {
  const tell = teller();
  const folder = path.resolve(process.argv[2] ?? at('dist'));
  const apps = packagedApps(folder);
  if (apps.length === 0) {
    tell.line(
      `There is no packaged app in ${folder}: nothing was checked. npm run pack makes one.`,
    );
    return;
  }
  let wrong = 0;
  for (const app of apps) {
    const { trouble: seen, files, bytes, version } = inspect(app);
    const tried = await tryPacked(path.join(app.resources, 'app.asar'));
    const trouble = [...seen, ...tried];
    const size = `${files} files, ${(bytes / 1e6).toFixed(1)} MB in app.asar`;
    tell.line(`${trouble.length === 0 ? '✓' : '✗'} ${app.name}: Nuija ${version}, ${size}`);
    for (const { name, bytes: heavy } of weights(path.join(app.resources, 'app.asar'), 6)) {
      tell.line(`    ${(heavy / 1e6).toFixed(1).padStart(6)} MB  ${name}`);
    }
    for (const one of trouble) tell.line(`  ✗ ${one}`);
    wrong += trouble.length;
  }
  if (wrong > 0) throw new StepFailed(`${wrong} things are wrong with what was packaged.`);
});

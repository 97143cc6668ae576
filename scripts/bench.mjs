/**
 * `npm run bench [-- --json] [-- --only NAME]`: every benchmark beside its reference, as a table
 * or, with --json, as one JSON array and nothing else on standard output.
 */
import { build } from './lib/build.mjs';
import { haveChromium } from './lib/chromium.mjs';
import { installPackages } from './lib/install.mjs';
import { at, root } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { StepFailed, main, teller } from './lib/say.mjs';

const outDir = at('out/bench');

/** Bundles the benchmarks as the program itself is bundled, the badge worker beside them. */
async function bundle() {
  const vite = await import('vite');
  await vite.build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20.19',
      minify: false,
      rolldownOptions: {
        input: {
          main: at('tests/bench/main.ts'),
          'badge-worker': at('electron/badges/worker.ts'),
          'intake-worker': at('electron/exchange/import/worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

await main(async () => {
  const tell = teller(process.stderr);
  await installPackages(tell);
  await build(tell);
  await tell.step('bundle the benchmarks', async () => {
    try {
      await bundle();
    } catch (error) {
      throw new StepFailed(`The benchmarks could not be bundled:\n${error.message}`);
    }
  });
  const args = ['--expose-gc', at('out/bench/main.js'), ...process.argv.slice(2)];
  const chromium = await haveChromium(tell);
  const env = { NODE_ENV: 'production', ...(chromium ? { NUIJA_CHROMIUM: chromium } : {}) };
  process.exitCode = (await run(process.execPath, args, { output: 'shown', env })).code;
});

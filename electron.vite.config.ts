import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (file: string) => resolve(import.meta.dirname, file);

const require = createRequire(import.meta.url);
/** The program that reads codes in pictures: of exactly the version that its library asks for, wherever that is. */
const barcodeReader = createRequire(require.resolve('barcode-detector')).resolve(
  'zxing-wasm/reader/zxing_reader.wasm',
);

/**
 * What the program says of its own making: the day and the name of the sources' last commit, so that the
 * same sources say the same whenever they are built. SOURCE_DATE_EPOCH (seconds) goes first, as in
 * reproducible-builds.org; without either nothing is said. NUIJA_RELEASES names a page of releases.
 */
function buildInfo() {
  const { SOURCE_DATE_EPOCH, NUIJA_RELEASES = '' } = process.env;
  const git = (format: string) => {
    try {
      const asked = ['log', '-1', `--format=${format}`];
      const quiet = { cwd: import.meta.dirname, encoding: 'utf8', stdio: 'pipe' } as const;
      return execFileSync('git', asked, quiet).trim();
    } catch {
      // No git here, or no history: the sources came as an archive.
      return '';
    }
  };
  const seconds = Number(SOURCE_DATE_EPOCH || git('%ct'));
  const built = seconds ? new Date(seconds * 1_000).toISOString().slice(0, 10) : '';
  return { built, commit: git('%h'), releases: NUIJA_RELEASES };
}

/**
 * Three builds into out/: the Node side (desktop shell, command line, badge and import workers), the preload
 * and the pages. The Node side also runs under plain Node, hence the target.
 */
export default defineConfig({
  main: {
    define: { __NUIJA_BUILD__: JSON.stringify(buildInfo()) },
    build: {
      target: 'node20.19',
      // Small libraries that every start needs are bundled: one file opens faster than hundreds.
      externalizeDeps: {
        exclude: ['zod', 'hono', '@hono/node-server', 'ulid', 'lowdb', 'i18next', 'ws'],
      },
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          cli: at('electron/cli.ts'),
          'badge-worker': at('electron/badges/worker.ts'),
          'card-worker': at('electron/badges/cards/cardWorker.ts'),
          'sheet-worker': at('electron/reports/sheetWorker.ts'),
          'intake-worker': at('electron/exchange/import/worker.ts'),
        },
        // Flat, so that import.meta.dirname is out/main wherever a module ends up.
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.19',
      // A sandboxed window cannot load an ES module as its preload, nor require packages from it.
      externalizeDeps: false,
      lib: { entry: { preload: at('electron/preload.ts') }, formats: ['cjs'] },
      rolldownOptions: { output: { entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    resolve: {
      alias: [{ find: 'barcode-reader.wasm?url', replacement: `${barcodeReader}?url` }],
    },
    build: {
      outDir: at('out/renderer'),
      // Tablets on the venue network open the same pages in browsers of their own.
      target: 'es2022',
      minify: true,
      // The pages come from this machine, not over the internet.
      chunkSizeWarningLimit: 2_000,
      // Nothing inline: the pages' policy allows scripts and fonts from their own origin only.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});

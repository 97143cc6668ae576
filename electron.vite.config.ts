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
 * Three builds into out/: the Node side (desktop shell, command line, badge and import workers), the preload
 * and the pages. The Node side also runs under plain Node, hence the target.
 */
export default defineConfig({
  main: {
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

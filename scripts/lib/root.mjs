import path from 'node:path';

/** The project's folder, absolute. */
export const root = path.resolve(import.meta.dirname, '../..');

/** An absolute path inside the project. */
export const at = (...parts) => path.join(root, ...parts);

/** The program file of an installed tool, to be run with this same Node. */
export const tool = {
  electronBuilder: at('node_modules/electron-builder/cli.js'),
  electronVite: at('node_modules/electron-vite/bin/electron-vite.js'),
  oxfmt: at('node_modules/oxfmt/bin/oxfmt'),
  oxlint: at('node_modules/oxlint/bin/oxlint'),
  playwright: at('node_modules/@playwright/test/cli.js'),
  tsc: at('node_modules/typescript/bin/tsc'),
  vitest: at('node_modules/vitest/vitest.mjs'),
};

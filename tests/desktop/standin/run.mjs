/**
 * `node run.mjs PROGRAM-FOLDER [words …]` stands in for `electron PROGRAM-FOLDER [words …]`: runs the
 * built main of that folder under plain Node, with windows that are pages of a real Chromium.
 */
import { readFileSync } from 'node:fs';
import Module, { register } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

register('./resolve.mjs', import.meta.url);
const folder = resolve(process.argv[2] ?? '.');
const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
process.argv.splice(1, 1);

const standIn = await import('./electron.mjs');
const load = Module._load;
Module._load = (request, ...more) =>
  request === 'electron' ? standIn.default : load(request, ...more);

const { mainHasRun } = await import('./app.mjs');
await import('./control.mjs');
await import(pathToFileURL(join(folder, main)).href);
mainHasRun();

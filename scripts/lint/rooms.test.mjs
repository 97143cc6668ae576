import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');

const inRoom = 'nuija(imports-stay-in-their-room)';
const noClock = 'nuija(no-clock-no-dice)';
const noGlobal = 'eslint(no-restricted-globals)';
const noOff = 'nuija(no-switching-off)';

const notAllowed = [
  ['shared/a/1.ts', "export { a } from '../../electron/store/a';", inRoom],
  ['shared/a/2.ts', "import type { A } from '../../renderer/a';\nexport type B = A;", inRoom],
  ['shared/3.ts', "export const later = () => import('../electron/a');", inRoom],
  ['shared/4.ts', "export * from '../electron/store/a';", inRoom],
  ['shared/5.ts', "import fs from 'node:fs';\nexport const a = fs;", inRoom],
  ['shared/6.ts', "import fs from 'fs';\nexport const a = fs;", 'unicorn(prefer-node-protocol)'],
  ['shared/7.ts', "import { app } from 'electron';\nexport const a = app;", inRoom],
  ['shared/8.ts', "import { useState } from 'react';\nexport const a = useState;", inRoom],
  ['shared/9.ts', 'export const now = () => Date.now();', noClock],
  ['shared/10.ts', 'export const now = () => new Date();', noClock],
  ['shared/11.ts', 'export const now = () => Date();', noClock],
  ['shared/12.ts', 'export const dice = () => Math.random();', noClock],
  ['shared/13.ts', 'export const dice = () => crypto.randomUUID();', noGlobal],
  ['shared/14.ts', 'export const a = process.env.HOME;', noGlobal],
  ['shared/15.ts', "console.log('x');", 'eslint(no-console)'],
  ['renderer/1.ts', "console.log('x');", 'eslint(no-console)'],
  ['renderer/screens/2.ts', "export { a } from '../../electron/store/a';", inRoom],
  [
    'renderer/3.ts',
    "import { ipcRenderer } from 'electron';\nexport const a = ipcRenderer;",
    inRoom,
  ],
  ['renderer/4.ts', "import fs from 'node:fs';\nexport const a = fs;", inRoom],
  ['electron/store/1.ts', "export { a } from '../../renderer/a';", inRoom],
  ['electron/store/2.ts', "import { app } from 'electron';\nexport const a = app;", inRoom],
  ['electron/store/3.ts', "export const later = () => import('electron');", inRoom],
  ['electron/main.ts', "import { app } from 'electron';\nexport const a = app;", inRoom],
  ['electron/cli.ts', "export const later = () => import('./shell/windows');", inRoom],
  ['electron/4.ts', 'export const a = (b: any) => b;', 'typescript(no-explicit-any)'],
  [
    'electron/5.ts',
    '// @ts-expect-error because\nexport const a = 1;',
    'typescript(ban-ts-comment)',
  ],
  ['electron/6.ts', '// oxlint-disable-next-line no-var\nexport var a = 1;', noOff],
  ['electron/7.ts', 'export const a = 1;\n/* oxlint-disable */\nexport var b = 1;', noOff],
  ['electron/8.ts', '/* eslint-disable no-var */\nexport var b = 1;', noOff],
];

const allowed = [
  ['shared/a/1.ts', "import type { B } from '../model/b';\nexport const a = (b: B) => b;"],
  ['shared/2.ts', 'export const day = (now: number) => new Date(now);'],
  ['shared/3.test.ts', "import fs from 'node:fs';\nexport const a = () => [fs, Date.now()];"],
  ['renderer/screens/1.ts', "export { a } from '../../shared/a';"],
  ['electron/store/1.ts', "import type { App } from 'electron';\nexport type A = App;"],
  ['electron/shell/2.ts', "import { app } from 'electron';\nexport const a = app;"],
  ['electron/main.ts', "export { a } from './shell/a';"],
  ['electron/preload.ts', "import { ipcRenderer } from 'electron';\nexport const a = ipcRenderer;"],
];

/**
 * Lints `files` with the project's own configuration in an otherwise empty house, in one run.
 * @returns the rules each file broke, by its path
 */
function brokenRules(files) {
  const house = mkdtempSync(path.join(os.tmpdir(), 'nuija-lint-'));
  try {
    cpSync(path.join(root, '.oxlintrc.json'), path.join(house, '.oxlintrc.json'));
    cpSync(path.join(root, 'scripts/lint/rooms.mjs'), path.join(house, 'scripts/lint/rooms.mjs'));
    symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'), 'junction');
    for (const [file, code] of files) {
      mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
      writeFileSync(path.join(house, file), `${code}\n`);
    }
    const run = spawnSync(
      process.execPath,
      [oxlint, '--format=json', 'shared', 'renderer', 'electron'],
      { cwd: house, encoding: 'utf8' },
    );
    const { diagnostics, number_of_files: linted } = JSON.parse(run.stdout);
    expect(linted).toBe(files.length);
    const isOf = (file) => (one) => one.filename.replaceAll('\\', '/') === file;
    return (file) => diagnostics.filter(isOf(file)).map((one) => one.code);
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

describe('the rooms of the house', () => {
  const broken = brokenRules(notAllowed);
  const kept = brokenRules(allowed);

  it.each(notAllowed)('%s may not say: %s', (file, _code, rule) => {
    expect(broken(file)).toContain(rule);
  });

  it.each(allowed)('%s may say: %s', (file) => {
    expect(kept(file)).toEqual([]);
  });
});

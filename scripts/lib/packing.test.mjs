import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packaging } from '../../electron-builder.config.mjs';
import { madeUpProgram } from './madeUpElectron.mjs';
import { contentTrouble, filesIn, inspect, packagedApps } from './packedApp.mjs';
import { at } from './root.mjs';
import { closure, loadedBy } from './shipped.mjs';

const GOOD = [
  'package.json',
  'LICENSE',
  'THIRD-PARTY-LICENSES.md',
  'out/main/main.js',
  'out/main/badge-worker.js',
  'out/main/intake-worker.js',
  'out/main/sheet-worker.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'node_modules/pdfkit/package.json',
  'node_modules/fontkit/package.json',
];

describe('what is packaged', () => {
  it('is what runs, with its licences', () => {
    expect(contentTrouble(GOOD)).toEqual([]);
  });

  it.each(GOOD)('is not whole without %s', (file) => {
    const without = GOOD.filter((one) => one !== file);
    expect(contentTrouble(without)).toEqual([`${file} is missing`]);
  });

  it.each([
    'out/main/main.js.map',
    'shared/contract.ts',
    'out/bench/main.js',
    'node_modules/fontkit/src/index.ts',
    'node_modules/some/test/index.js',
    'node_modules/electron-builder/cli.js',
    'node_modules/react/index.js',
    'node_modules/@fontsource/noto-sans/400.css',
    'docs/guide.md',
    '.npmrc',
  ])('holds nothing like %s', (file) => {
    expect(contentTrouble([...GOOD, file])).not.toEqual([]);
  });
});

describe('of node_modules goes in', () => {
  const packages = {
    '': { dependencies: { paint: '1', draw: '1' } },
    'node_modules/paint': { dependencies: { colour: '1' } },
    'node_modules/draw': { dependencies: { colour: '2' } },
    'node_modules/draw/node_modules/colour': {},
    'node_modules/colour': { optionalDependencies: { absent: '1' } },
  };

  it('what the built program loads and what that needs, from where Node would take it', () => {
    expect([...closure(packages, ['paint'])]).toEqual([
      'node_modules/paint',
      'node_modules/colour',
    ]);
    expect([...closure(packages, ['draw'])]).toEqual([
      'node_modules/draw',
      'node_modules/draw/node_modules/colour',
    ]);
  });

  it('no package that is only talked of', () => {
    const text = [
      'import { a } from "static";',
      'export * from "exported/part";',
      'const b = await import("dynamic");',
      'const c = createRequire(here).resolve(`@fonts/one/file.ttf`);',
      'const files = { bold: "two/700Bold/Two_700Bold.ttf" };',
      ' * import { e } from "comment";',
      'const name = "mentioned";',
    ].join('\n');
    const names = [
      'static',
      'exported',
      'dynamic',
      '@fonts/one',
      '@fonts/two',
      'comment',
      'mentioned',
      '@fontsource/two',
    ];
    expect(loadedBy(text, names)).toEqual(names.slice(0, 5));
  });
});

describe('a packaged app', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'nuija-packing-'));
  const app = path.join(folder, 'linux-unpacked');
  beforeAll(async () => {
    const inside = path.join(folder, 'inside');
    for (const file of GOOD) {
      mkdirSync(path.dirname(path.join(inside, file)), { recursive: true });
      const main = { version: '9.9.9', main: 'out/main/main.js' };
      writeFileSync(path.join(inside, file), file === 'package.json' ? JSON.stringify(main) : 'x');
    }
    mkdirSync(path.join(app, 'resources'), { recursive: true });
    await createPackage(inside, path.join(app, 'resources/app.asar'));
    writeFileSync(path.join(app, 'nuija'), madeUpProgram('010011001'));
    writeFileSync(path.join(app, 'LICENSE.electron.txt'), 'MIT');
    writeFileSync(path.join(app, 'LICENSES.chromium.html'), '<p>');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is found, and its files are those that went in', () => {
    const [found] = packagedApps(folder);
    expect(found).toMatchObject({ name: 'linux-unpacked' });
    expect(filesIn(path.join(app, 'resources/app.asar')).sort()).toEqual(GOOD.toSorted());
    expect(inspect(found)).toMatchObject({ trouble: [], version: '9.9.9' });
  });

  it('is wrong with other fuses, with files beside app.asar, and without Chromium’s licences', () => {
    const [found] = packagedApps(folder);
    writeFileSync(path.join(app, 'nuija'), madeUpProgram());
    mkdirSync(path.join(app, 'resources/app.asar.unpacked'));
    rmSync(path.join(app, 'LICENSES.chromium.html'));
    const { trouble } = inspect(found);
    expect(trouble).toContain('fuse runAsNode is true, not false');
    expect(trouble).toContain('LICENSES.chromium.html is missing');
    expect(trouble.join()).toContain('beside app.asar');
  });

  it('is none where nothing was packaged', () => {
    expect(packagedApps(path.join(folder, 'nowhere'))).toEqual([]);
  });
});

describe('the packaging', () => {
  const { scripts, dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

  it('publishes nothing, and nothing updates by itself', () => {
    expect(packaging.publish).toBeNull();
    expect(scripts.pack).toBeDefined();
    expect(Object.keys(dependencies).filter((name) => /updater/.test(name))).toEqual([]);
  });

  it('keeps the program in one checked archive', () => {
    expect(packaging.asar).toBe(true);
    expect(packaging.asarUnpack).toBeUndefined();
    expect(packaging.extraResources).toBeUndefined();
  });
});

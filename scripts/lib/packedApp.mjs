import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { fuseTroubleIn } from './fuses.mjs';

/** The program in app.asar may have at most so many MB, and the licences have to be there. */
const LARGEST_MB = 40;

/** What has to be inside app.asar. */
const NEEDED = [
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

/** What must not be: sources, tests, maps, tools, anything of ours that is not the built program. */
const STRANGE = [
  [/\.(map|tsbuildinfo)$/, 'a map'],
  [/\.(ts|mts|cts|tsx)$/, 'a source'],
  [/\.test\.|(^|\/)(test|tests|__tests__)\//, 'a test'],
  [/^(electron|renderer|shared|scripts|tests|docs|resources|out\/bench)\//, 'a source of ours'],
  [/^node_modules\/(electron|vite|vitest|typescript|electron-builder|@playwright)\//, 'a tool'],
  [/^node_modules\/(react|react-dom|@mantine|@fontsource)\//, 'already in the built pages'],
  [/(^|\/)(\.env|\.npmrc|\.git)/, 'a file of the workplace'],
];

/** What is wrong with the list of files of a packaged app, in words. */
export function contentTrouble(files) {
  const missing = NEEDED.filter((file) => !files.includes(file)).map(
    (file) => `${file} is missing`,
  );
  const strange = files.flatMap((file) =>
    STRANGE.filter(([pattern]) => pattern.test(file)).map(([, what]) => `${file} is ${what}`),
  );
  return [...missing, ...strange];
}

/** Files in an app.asar, with `/` between folders on every system; folders themselves are left out. */
export function filesIn(asar) {
  const all = listPackage(asar, { isPack: false }).map((name) =>
    name.replaceAll('\\', '/').replace(/^\//, ''),
  );
  const folders = new Set(all.map((name) => path.posix.dirname(name)));
  return all.filter((name) => !folders.has(name));
}

/** Packaged apps under `dist`: where app.asar is, the program beside it, and what came with Electron. */
export function packagedApps(dist) {
  if (!existsSync(dist)) return [];
  return readdirSync(dist).flatMap((name) => {
    const folder = path.join(dist, name);
    if (name.startsWith('mac') && existsSync(path.join(folder, 'Nuija.app'))) {
      const contents = path.join(folder, 'Nuija.app/Contents');
      const framework = 'Frameworks/Electron Framework.framework/Electron Framework';
      const resources = path.join(contents, 'Resources');
      return { name, resources, program: path.join(contents, framework), licences: resources };
    }
    const resources = path.join(folder, 'resources');
    if (!existsSync(path.join(resources, 'app.asar'))) return [];
    const program = ['Nuija.exe', 'nuija'].map((one) => path.join(folder, one)).find(existsSync);
    return program ? { name, resources, program, licences: folder } : [];
  });
}

/** What is wrong with a packaged app, in words; and how large it is. */
export function inspect({ resources, program, licences }) {
  const asar = path.join(resources, 'app.asar');
  const files = filesIn(asar);
  const trouble = [...contentTrouble(files), ...fuseTroubleIn(program)];
  const bytes = statSync(asar).size;
  if (bytes > LARGEST_MB * 1e6) trouble.push(`app.asar has more than ${LARGEST_MB} MB`);
  if (existsSync(path.join(resources, 'app.asar.unpacked'))) {
    trouble.push('files stand beside app.asar, where nothing checks them');
  }
  for (const file of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) {
    if (!existsSync(path.join(licences, file))) trouble.push(`${file} is missing`);
  }
  const { version, main } = JSON.parse(extractFile(asar, 'package.json').toString('utf8'));
  if (main !== 'out/main/main.js') trouble.push(`the program begins in ${main}`);
  return { trouble, files: files.length, bytes, version };
}

/** Names of the weightiest folders and files in an app.asar, for whoever wants it smaller. */
export function weights(asar, count = 10) {
  const header = readFileSync(asar);
  const length = header.readUInt32LE(12);
  const { files } = JSON.parse(header.subarray(16, 16 + length).toString('utf8'));
  const weigh = (node) =>
    node.files
      ? Object.values(node.files).reduce((sum, one) => sum + weigh(one), 0)
      : (node.size ?? 0);
  const of = (node, prefix) =>
    Object.entries(node).map(([name, one]) => ({ name: `${prefix}${name}`, bytes: weigh(one) }));
  const all = [...of(files, ''), ...of(files.node_modules?.files ?? {}, 'node_modules/')];
  return all.sort((a, b) => b.bytes - a.bytes).slice(0, count);
}

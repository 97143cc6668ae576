import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Bytes as Electron's program has them where its fuses are: here as Electron ships them, before packaging. */
export function madeUpProgram(wire = '101100011') {
  const noise = Buffer.alloc(4_096, 'electron');
  const head = Buffer.from([1, wire.length]);
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  return Buffer.concat([noise, sentinel, head, Buffer.from(wire), noise]);
}

/** A folder that looks like Electron for Linux to electron-builder; nothing in it can run. */
export function makeUpElectron() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'nuija-made-up-electron-'));
  mkdirSync(path.join(folder, 'locales'));
  mkdirSync(path.join(folder, 'resources'));
  for (const language of ['en-US', 'fi', 'sv', 'de']) {
    writeFileSync(path.join(folder, `locales/${language}.pak`), '');
  }
  writeFileSync(path.join(folder, 'LICENSE'), 'MIT');
  writeFileSync(path.join(folder, 'LICENSES.chromium.html'), '<p>');
  writeFileSync(path.join(folder, 'electron'), madeUpProgram());
  chmodSync(path.join(folder, 'electron'), 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * `npm run sbom [-- --out FILE]`: the bill of materials (CycloneDX JSON) of what is installed with Nuija,
 * on standard output or into a file. Needs neither network nor node_modules.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { at, root } from './lib/root.mjs';
import { billOfMaterials } from './lib/sbom.mjs';

/** The instant of the last commit, or SOURCE_DATE_EPOCH: never the hour of asking. */
function built() {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given) return new Date(Number(given) * 1_000).toISOString();
  try {
    const git = execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
    return new Date(Number(git) * 1_000).toISOString();
  } catch {
    return new Date(0).toISOString();
  }
}

const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
// npm counts Electron among the tools; the installed program is made of it.
const bill = billOfMaterials(lock, { built: built(), alsoShipped: ['node_modules/electron'] });
const text = `${JSON.stringify(bill, null, 2)}\n`;
// A reader that stops, `head` for instance, is no failure of ours.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const out = process.argv.indexOf('--out');
if (out < 0) process.stdout.write(text);
else writeFileSync(process.argv[out + 1], text);

import { readFileSync } from 'node:fs';
import { at } from './root.mjs';
import { npm } from './run.mjs';
import { StepFailed } from './say.mjs';

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Whether node_modules holds what the lockfile asks for: npm keeps its own record of what it
 * installed, and it is written last. Packages for other platforms may be absent.
 */
export function packagesAreThere() {
  const wanted = packagesIn(at('package-lock.json'));
  const there = packagesIn(at('node_modules/.package-lock.json'));
  if (!wanted || !there) return false;
  return Object.entries(wanted).every(([place, one]) => {
    const found = there[place];
    if (place === '' || (!found && one.optional)) return true;
    return found?.version === one.version && found?.integrity === one.integrity;
  });
}

/** Installs the packages of the lockfile when they are not all there. */
export async function installPackages(tell) {
  if (packagesAreThere()) return;
  await tell.step('install packages', async (detail) => {
    const { code, output } = await npm(['ci', '--loglevel=error'], { onLine: detail });
    if (code !== 0) throw new StepFailed(`npm ci did not succeed:\n${output.trim()}`);
  });
}

import { existsSync } from 'node:fs';
import { run } from './run.mjs';

let listed = false;

/** Whether system packages can be installed here: Debian or a relative of it, as root. */
export const canInstall = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

/** Installs a system package; answers whether it went well. */
export async function installSystemPackage(tell, name) {
  if (!canInstall()) return false;
  return tell.step(`install ${name}`, async (detail) => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    if (!listed) await run('apt-get', ['update'], { env, onLine: detail, limit: 120_000 });
    listed = true;
    const wanted = ['install', '-y', '--no-install-recommends', name];
    const { code } = await run('apt-get', wanted, { env, onLine: detail, limit: 300_000 });
    return code === 0;
  });
}

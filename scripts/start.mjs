/**
 * `npm start [-- --data DIR …]`: installs what is missing, builds, and opens Nuija: in its own
 * window where Electron is there or can be had, otherwise the same app in the browser.
 */
import { pathToFileURL } from 'node:url';
import { spawn } from 'node:child_process';
import { build } from './lib/build.mjs';
import { electronProgram, haveElectron } from './lib/electron.mjs';
import { installPackages } from './lib/install.mjs';
import { at, root } from './lib/root.mjs';
import { main, teller } from './lib/say.mjs';

const args = process.argv.slice(2);
const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
const hasDisplay = !CI && (process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY));

/** Why there can be no window before Electron is even fetched; undefined when there can. */
function reasonAgainstWindow() {
  if (args.includes('--no-open')) return '--no-open was given';
  if (!hasDisplay) {
    return electronProgram()
      ? 'Electron needs a display and there is none'
      : 'Electron is not installed here, and there is no display';
  }
  if (process.platform === 'linux' && process.getuid() === 0)
    return 'Electron refuses to run as root';
  return undefined;
}

/**
 * Opens the window and stays until it is closed.
 * @returns {Promise<string | undefined>} why it could not be opened, when it ended in the first
 *   seconds with an error (some systems forbid Electron's sandbox)
 */
function openWindow(electron) {
  return new Promise((resolve) => {
    const from = performance.now();
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
    const child = spawn(electron, [root, ...args], { stdio: 'inherit', env });
    const pass = () => child.kill();
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      const atOnce = performance.now() - from < 5_000 && !child.killed;
      if (atOnce && code !== 0) resolve(`Electron ended at once (${signal ?? code})`);
      else {
        process.exitCode = child.killed ? 0 : (code ?? 1);
        resolve(undefined);
      }
    });
  });
}

await main(async () => {
  const tell = teller();
  await installPackages(tell);
  await build(tell);

  let reason = reasonAgainstWindow();
  if (!reason) {
    const electron = await haveElectron(tell);
    reason = electron
      ? await openWindow(electron)
      : 'Electron is not installed here and could not be downloaded';
    if (!reason) return;
  }
  const open = hasDisplay || args.includes('--no-open') ? [] : ['--no-open'];
  const instead =
    open.length > 0 || args.includes('--no-open')
      ? 'open the address below in a browser'
      : 'opening the browser';
  tell.line(`No desktop window, ${reason}: ${instead}, it is the same Nuija.`);
  const cli = at('out/main/cli.js');
  process.argv = [process.execPath, cli, 'serve', ...open, ...args];
  await import(pathToFileURL(cli).href);
});

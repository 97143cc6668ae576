import { createRequire } from 'node:module';
import path from 'node:path';
import { attempts } from './attempts.mjs';
import { installSystemPackage } from './debian.mjs';
import { at, tool } from './root.mjs';
import { run, runTool } from './run.mjs';
import { which } from './which.mjs';

const onWindows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter(Boolean)
  .flatMap((folder) => [
    path.join(folder, 'Google/Chrome/Application/chrome.exe'),
    path.join(folder, 'Chromium/Application/chrome.exe'),
    path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]);

const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: onWindows,
}[process.platform] ?? ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A browser whose libraries are missing is there but does not start. */
async function starts(program) {
  if (process.platform === 'win32') return true;
  return (await run(program, ['--version'], { limit: 20_000 })).code === 0;
}

async function installed() {
  const named = process.env.NUIJA_CHROMIUM ?? process.env.CHROME_PATH;
  const program = which(...(named ? [named] : []), ...places);
  return program && (await starts(program)) ? program : undefined;
}

async function playwrightsOwn(tell) {
  const { chromium } = createRequire(at('package.json'))('playwright-core');
  const { version } = createRequire(at('package.json'))('playwright-core/package.json');
  const there = () => which(chromium.executablePath());
  if (!there() && !attempts.failedLately('chromium', version)) {
    await tell.step('fetch Chromium', async (detail) => {
      const wanted = ['install', '--no-shell', 'chromium'];
      await runTool(tool.playwright, wanted, { onLine: detail, limit: 300_000 });
      return Boolean(there());
    });
  }
  const program = there();
  if (program && (await starts(program))) {
    attempts.succeeded('chromium');
    return program;
  }
  attempts.failed('chromium', version);
  return undefined;
}

/**
 * A Chromium to test in: the one named by NUIJA_CHROMIUM, Playwright's own where it can be
 * downloaded, an installed Chrome or Chromium, or on Debian as root the distribution's.
 * @returns {Promise<string | undefined>} its program file
 */
export async function haveChromium(tell) {
  if (process.env.NUIJA_CHROMIUM) return which(process.env.NUIJA_CHROMIUM);
  const found = (await playwrightsOwn(tell)) ?? (await installed());
  if (found) return found;
  await installSystemPackage(tell, 'chromium');
  return installed();
}

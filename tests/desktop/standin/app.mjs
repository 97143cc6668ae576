import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { endChromium, startChromium } from './chromium.mjs';
import { preventable } from './event.mjs';
import { holdUnjudged } from './judged.mjs';
import { known } from './known.mjs';
import { becomeFirst } from './singleInstance.mjs';
import { watchTargets } from './targets.mjs';

const own = JSON.parse(readFileSync(join(resolve(process.argv[1]), 'package.json'), 'utf8'));
const given = process.argv.find((word) => word.startsWith('--user-data-dir='));
if (!given) throw new Error('the stand-in has to be told --user-data-dir=FOLDER');
const userData = resolve(given.slice('--user-data-dir='.length));
mkdirSync(userData, { recursive: true });

const folders = { userData, appData: userData, logs: join(userData, 'logs') };

// As in Electron's main process.
Object.assign(process, { type: 'browser' });

/** The life of the program: ready, windows, quitting. */
class App extends EventEmitter {
  name = own.name;
  isPackaged = false;
  /** Only macOS has one. */
  dock = undefined;
  /** Electron warns of a page without a sandbox; here no window is made without one. */
  sandboxed = false;
  #ready = false;
  #quitting = false;
  /** @type {Set<{ close(): Promise<void>, destroy(): Promise<void> }>} */
  windows = new Set();

  whenReady() {
    return new Promise((go) => {
      if (this.#ready) go(undefined);
      else this.once('ready', () => go(undefined));
    });
  }
  isReady() {
    return this.#ready;
  }
  async becomeReady() {
    const browser = startChromium(join(userData, 'chromium'));
    browser.once('gone', () => this.#quitting || process.exit(70));
    const address = await browser.address;
    watchTargets();
    await holdUnjudged();
    await browser.ask('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    });
    this.#ready = true;
    this.emit('ready', {}, {});
    process.send?.({ ready: address });
  }
  getVersion() {
    return own.version;
  }
  getName() {
    return own.name;
  }
  getPath(name) {
    if (!(name in folders)) throw new Error(`the stand-in does not know the folder ${name}`);
    return folders[name];
  }
  enableSandbox() {
    if (this.#ready) throw new Error('enableSandbox has to come before the app is ready');
    this.sandboxed = true;
  }
  setAboutPanelOptions() {}
  addRecentDocument(file) {
    if (typeof file !== 'string') throw new Error('a recent document is a path');
  }
  requestSingleInstanceLock(additionalData = null) {
    return becomeFirst(userData, additionalData, (argv, cwd, data) => {
      void this.whenReady().then(() => this.emit('second-instance', {}, argv, cwd, data));
    });
  }
  /** Told by the windows; quitting closes them without asking whether all are closed. */
  windowClosed(window) {
    this.windows.delete(window);
    if (this.windows.size > 0 || this.#quitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }
  quit() {
    if (this.#quitting) return;
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    void Promise.all([...this.windows].map((window) => window.close())).then(() => this.exit(0));
  }
  exit(code = 0) {
    this.#quitting = true;
    this.emit('quit', {}, code);
    void endChromium().finally(() => process.exit(code));
  }
  get isQuitting() {
    return this.#quitting;
  }
}

/** Not for the shell: what the rest of the stand-in tells the app. */
export const life = new App();
export const app = known('app', life);

/** Electron is ready only after the main module has run to its end. */
export function mainHasRun() {
  if (life.isQuitting) return;
  void life.becomeReady();
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => life.quit());

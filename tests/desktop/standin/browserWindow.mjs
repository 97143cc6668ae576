import { EventEmitter } from 'node:events';
import { life } from './app.mjs';
import { chromium } from './chromium.mjs';
import { preventable } from './event.mjs';
import { judge } from './judged.mjs';
import { known, onlyKnown } from './known.mjs';
import { onPageOpened } from './targets.mjs';
import { WebContents } from './webContents.mjs';

const OPTIONS =
  'show backgroundColor webPreferences width height x y minWidth minHeight title frame'.split(' ');
const PREFERENCES = [
  'preload',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'webviewTag',
  'navigateOnDragDrop',
  'spellcheck',
  'plugins',
];

/** @type {Set<Window>} in the order of their making */
const windows = new Set();
let number = 0;
/** @type {Window | undefined} */
let focused;

/** A window whose page is a real one of Chromium's; where it would stand and how is only kept. */
class Window extends EventEmitter {
  id = ++number;
  #bounds;
  #shown;
  #minimized = false;
  #maximized = false;
  #fullScreen = false;
  #destroyed = false;

  /**
   * @param {object} options
   * @param {{ sessionId: string, targetId: string }} [opened] a page that a page has opened
   */
  constructor(options = {}, opened = undefined) {
    super();
    if (!life.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    if (!life.sandboxed)
      throw new Error('the stand-in makes no window without app.enableSandbox()');
    onlyKnown('BrowserWindow', options, OPTIONS);
    const preferences = options.webPreferences ?? {};
    onlyKnown('webPreferences', preferences, PREFERENCES);
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#shown = options.show ?? true;
    this.facade = known('window', this);
    this.contents = new WebContents(preferences, this.#bounds, opened);
    this.contents.once('ready-to-show', () => this.emit('ready-to-show'));
    this.contents.once('destroyed', () => this.#gone());
    for (const word of ['unresponsive', 'responsive']) {
      this.contents.on(word, () => this.emit(word));
    }
    windows.add(this);
    life.windows.add(this);
    life.emit('web-contents-created', {}, this.contents.facade);
  }

  #gone() {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows.delete(this);
    if (focused === this) focused = undefined;
    this.emit('closed');
    life.windowClosed(this);
  }

  get webContents() {
    return this.contents.facade;
  }
  loadURL(address) {
    return this.contents.loadURL(address);
  }
  async close() {
    if (this.#destroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) await this.destroy();
  }
  async destroy() {
    if (this.#destroyed) return;
    this.#gone();
    await this.contents.end();
  }
  isDestroyed() {
    return this.#destroyed;
  }
  show() {
    this.#shown = true;
    this.focus();
  }
  isVisible() {
    return this.#shown;
  }
  focus() {
    focused = this;
    this.emit('focus');
  }
  isFocused() {
    return focused === this;
  }
  minimize() {
    this.#minimized = true;
    if (focused === this) focused = undefined;
  }
  restore() {
    this.#minimized = false;
  }
  isMinimized() {
    return this.#minimized;
  }
  setFullScreen(on) {
    this.#fullScreen = on;
  }
  isFullScreen() {
    return this.#fullScreen;
  }
  maximize() {
    this.#maximized = true;
    this.emit('maximize');
    this.emit('resize');
  }
  unmaximize() {
    this.#maximized = false;
    this.emit('unmaximize');
    this.emit('resize');
  }
  isMaximized() {
    return this.#maximized;
  }
  setBounds(bounds) {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('move');
    this.emit('resize');
  }
  getBounds() {
    return { ...this.#bounds };
  }
  /** Where it stands when it is neither maximised nor full-screen. */
  getNormalBounds() {
    return { ...this.#bounds };
  }
}

/** What `new BrowserWindow()` gives; a Proxy, so that what is not known throws. */
export const BrowserWindow = new Proxy(Window, {
  construct: (_, [options]) => new Window(options).facade,
  get(_, property) {
    if (property === 'getAllWindows') return () => [...windows].map((one) => one.facade);
    if (property === 'fromWebContents') {
      return (contents) => [...windows].find((one) => one.webContents === contents)?.facade ?? null;
    }
    if (typeof property === 'symbol' || property === 'prototype' || property === 'name') {
      return Reflect.get(Window, property);
    }
    throw new Error(`the stand-in does not know BrowserWindow.${property}`);
  },
});

/**
 * A page that a page opens by itself: its own handler is asked, as Electron does.
 * @param {{ contents: WebContents, url: string }} order
 * @param {{ sessionId: string, targetId: string }} opened
 */
async function pageOpened({ contents, url }, opened) {
  const verdict = contents.mayOpen(url);
  onlyKnown('a window open handler’s answer', verdict, ['action', 'overrideBrowserWindowOptions']);
  if (verdict.action === 'allow') {
    new Window(verdict.overrideBrowserWindowOptions ?? {}, opened);
    return;
  }
  const { targetId, sessionId } = opened;
  judge(targetId, false);
  // Closed while it waits, it would leave the page that opened it waiting in `window.open` for ever.
  await chromium().ask('Runtime.runIfWaitingForDebugger', {}, sessionId);
  await chromium().ask('Target.closeTarget', { targetId });
}

onPageOpened(pageOpened);

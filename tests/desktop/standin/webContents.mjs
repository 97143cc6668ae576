import { EventEmitter } from 'node:events';
import { fromChromium, toChromium } from './address.mjs';
import { chromium } from './chromium.mjs';
import { Frames } from './frames.mjs';
import { deliver, messageText } from './ipcMain.mjs';
import { judge } from './judged.mjs';
import { known } from './known.mjs';
import { watchNavigation } from './navigation.mjs';
import { BINDING, WORLD, preloadScripts } from './preload.mjs';
import { sessionOf } from './targets.mjs';

let number = 0;

/** The page of a window: one target of Chromium's, its preload and what is said with it. */
export class WebContents extends EventEmitter {
  id = ++number;
  facade = known('webContents', this);
  targetId = '';
  /** Address that the main process is loading; only such a navigation is not the page's own. */
  loading = null;
  frames = new Frames();
  #preload;
  #sessionId = '';
  #attached;
  #destroyed = false;
  #onOpen = null;
  #preloadContext = null;
  #crashed = false;

  constructor(preferences, bounds, opened) {
    super();
    this.#preload = preferences.preload
      ? preloadScripts(preferences.preload, preferences.nodeIntegrationInSubFrames ?? false)
      : null;
    this.#attached = this.#attach(bounds, opened);
    // Whoever loads a page hears of it; without one it must not end the process before its time.
    this.#attached.catch(() => {});
  }

  async #attach({ width, height }, opened) {
    const browser = chromium();
    if (opened) ({ targetId: this.targetId, sessionId: this.#sessionId } = opened);
    else {
      const asked = { url: 'about:blank', width, height, newWindow: true };
      ({ targetId: this.targetId } = await browser.ask('Target.createTarget', asked));
      this.#sessionId = await sessionOf(this.targetId);
    }
    const on = (method, listener) => browser.on(`${this.#sessionId} ${method}`, listener);
    browser.on('Target.detachedFromTarget', ({ sessionId }) => {
      if (sessionId === this.#sessionId) this.#gone();
    });
    on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
      if (name !== WORLD) return;
      this.frames.hasContext(auxData.frameId, id);
      if (this.frames.isTop(auxData.frameId)) this.#preloadContext = id;
    });
    on('Runtime.bindingCalled', (call) => this.#hear(call));
    on('Page.lifecycleEvent', ({ name, loaderId }) => this.emit(`-lifecycle ${name} ${loaderId}`));
    on('Inspector.targetCrashed', () => {
      if (this.#crashed) return;
      this.#crashed = true;
      this.#preloadContext = null;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    });
    watchNavigation(this, on);
    // The top frame has its target's number.
    this.frames.navigated({ id: this.targetId, url: 'about:blank' });
    const preload = this.#preload;
    // All at once: a page that waits for its debugger may answer some of it only when let go.
    await Promise.all(
      [
        ['Page.enable'],
        ['Page.setLifecycleEventsEnabled', { enabled: true }],
        ['Runtime.enable'],
        ['Inspector.enable'],
        ['Fetch.enable', { patterns: [{ urlPattern: '*' }] }],
        ...(preload
          ? [
              ['Runtime.addBinding', { name: BINDING, executionContextName: WORLD }],
              [
                'Page.addScriptToEvaluateOnNewDocument',
                { source: preload.isolated, worldName: WORLD },
              ],
              ['Page.addScriptToEvaluateOnNewDocument', { source: preload.page }],
            ]
          : []),
        ['Runtime.runIfWaitingForDebugger'],
      ].map(([method, params]) => this.ask(method, params)),
    );
    judge(this.targetId, true);
  }

  /** Asks Chromium about this page. */
  ask(method, params) {
    return chromium().ask(method, params, this.#sessionId);
  }

  #hear({ name, payload, executionContextId }) {
    if (name !== BINDING) return;
    const senderFrame = this.frames.ofContext(executionContextId);
    const event = { sender: this.facade, senderFrame };
    void deliver(payload, event, (text) => this.#tell(text, executionContextId));
  }

  #tell(text, executionContextId) {
    // A page that has gone meanwhile hears nothing; that is no error in Electron either.
    this.ask('Runtime.callFunctionOn', {
      executionContextId,
      functionDeclaration: 'function (text) { nuijaFromMain(text); }',
      arguments: [{ value: text }],
    }).catch(() => {});
  }

  send(channel, ...args) {
    const text = messageText(channel, args);
    if (this.#preloadContext !== null) this.#tell(text, this.#preloadContext);
  }

  async loadURL(address) {
    await this.#attached;
    this.loading = address;
    // To the address that is shown, Chromium would go only within the page, and a page that crashed stays away.
    const again = this.#crashed || address === this.getURL();
    const { loaderId, errorText } = again
      ? await this.#loadAgain()
      : await this.ask('Page.navigate', { url: toChromium(address) });
    if (errorText) throw new Error(`${errorText} loading '${address}'`);
    if (!loaderId) {
      // Within the page; whatever it does next is its own doing.
      this.loading = null;
      return;
    }
    if (!this.frames.loaded.has(loaderId)) {
      await this.#hears(`-lifecycle load ${loaderId}`, `ERR_ABORTED loading '${address}'`);
    }
    this.emit('ready-to-show');
    this.emit('did-finish-load');
  }

  /** Waits for a word of the page's; rejects with `otherwise` when the page ends first. */
  #hears(word, otherwise) {
    return new Promise((go, fail) => {
      const heard = (what) => {
        this.off('destroyed', ended);
        go(what);
      };
      const ended = () => {
        this.off(word, heard);
        fail(new Error(otherwise));
      };
      this.once(word, heard);
      this.once('destroyed', ended);
    });
  }

  async #loadAgain() {
    const committed = this.#hears('-committed', 'ERR_ABORTED loading again');
    this.#crashed = false;
    await this.ask('Page.reload');
    return { loaderId: await committed };
  }

  getURL() {
    return this.frames.topAddress();
  }
  setWindowOpenHandler(handler) {
    this.#onOpen = handler;
  }
  /** The handler's answer for an address that a page wants in a window of its own. */
  mayOpen(url) {
    return this.#onOpen?.({ url: fromChromium(url) }) ?? { action: 'allow' };
  }
  isDestroyed() {
    return this.#destroyed;
  }
  isCrashed() {
    return this.#crashed;
  }
  /** Ends the page's process; Chromium answers nothing any more, so nobody waits for it. */
  forcefullyCrashRenderer() {
    this.ask('Page.crash').catch(() => {});
  }
  reload() {
    // Unlike loadURL, this answers nobody; a page that ends meanwhile is no error in Electron either.
    this.loadURL(this.getURL()).catch((error) => {
      if (!this.#destroyed) throw error;
    });
  }
  async executeJavaScript(expression) {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.ask('Runtime.evaluate', asked);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed');
    return result.value;
  }
  async end() {
    await this.#attached;
    await chromium().ask('Target.closeTarget', { targetId: this.targetId });
    this.#gone();
  }
  #gone() {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('destroyed');
  }
}

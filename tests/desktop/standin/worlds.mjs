/**
 * The two worlds of a page: the page's own, and an isolated one of Chromium's in which the preload
 * runs. They share the document and nothing else; calls cross as text in DOM events, which are
 * synchronous. These functions are written into pages and may use nothing from outside themselves.
 */

/** One end of the way between the worlds; functions and promises cross as numbers. */
export function makeCrossing(codec, mine, theirs) {
  const functions = [];
  const numbers = new Map();
  const waiting = new Map();
  let promises = 0;
  let answer;

  const special = (value, kind) => {
    if (typeof value === 'function') {
      if (!numbers.has(value)) numbers.set(value, functions.push(value) - 1);
      return ['function', numbers.get(value)];
    }
    if (kind !== 'Promise') return undefined;
    const number = ++promises;
    const settle = (ok) => (given) => call('settle', [number, ok, given]);
    value.then(settle(true), settle(false));
    return ['promise', number];
  };
  const unspecial = ([tag, number]) => {
    if (tag === 'function') return (...args) => call(number, args);
    return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
  };
  function call(what, args) {
    answer = undefined;
    const detail = codec.encode({ what, args }, special);
    document.dispatchEvent(new CustomEvent(theirs, { detail }));
    if (answer === undefined) throw new Error('the other world does not answer');
    const { ok, value } = codec.decode(answer, unspecial);
    if (!ok) throw value;
    return value;
  }
  function perform({ what, args }) {
    if (what !== 'settle') return functions[what](...args);
    const [number, ok, given] = args;
    const { resolve, reject } = waiting.get(number);
    waiting.delete(number);
    return void (ok ? resolve(given) : reject(given));
  }
  document.addEventListener(mine, ({ detail }) => {
    let said;
    try {
      said = codec.encode({ ok: true, value: perform(codec.decode(detail, unspecial)) }, special);
    } catch (error) {
      const value = error instanceof Error ? error : new Error(String(error));
      said = codec.encode({ ok: false, value }, special);
    }
    document.dispatchEvent(new CustomEvent(`${theirs} answer`, { detail: said }));
  });
  document.addEventListener(`${mine} answer`, ({ detail }) => (answer = detail));
  return { call, functions };
}

/** The isolated world: `electron` as a sandboxed preload has it. Function 0 hands over what was exposed. */
export function preloadWorld(codec, crossing, binding, preload) {
  const send = globalThis[binding];
  const exposed = [];
  const listeners = new Map();
  const asked = new Map();
  let number = 0;
  crossing.functions.push(() => exposed);

  const ipcRenderer = {
    send: (channel, ...args) => send(codec.encode({ kind: 'send', channel, args })),
    invoke(channel, ...args) {
      const id = ++number;
      const text = codec.encode({ kind: 'invoke', id, channel, args });
      send(text);
      return new Promise((resolve, reject) => asked.set(id, { resolve, reject }));
    },
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld(key, api) {
      if (exposed.some((one) => one.key === key)) throw new Error(`${key} is exposed already`);
      exposed.push({ key, api });
    },
  };
  const strict = (name, target) =>
    new Proxy(target, {
      get(_, property) {
        if (property in target) return target[property];
        throw new Error(`the stand-in does not know ${name}.${String(property)}`);
      },
    });
  globalThis.nuijaFromMain = (text) => {
    const message = codec.decode(text);
    if (message.kind === 'message') {
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args);
      return;
    }
    const { resolve, reject } = asked.get(message.id);
    asked.delete(message.id);
    if (message.ok) resolve(message.value);
    else reject(new Error(message.why));
  };
  const module = { exports: {} };
  const require = (name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return strict('electron', {
      ipcRenderer: strict('ipcRenderer', ipcRenderer),
      contextBridge: strict('contextBridge', contextBridge),
    });
  };
  preload(require, module, module.exports);
}

/** The page's own world: puts what was exposed on `window`, frozen through and through. */
export function pageWorld(crossing) {
  const freeze = (value) => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  for (const { key, api } of crossing.call(0, [])) {
    Object.defineProperty(window, key, { value: freeze(api), enumerable: true });
  }
}

import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';

const program = process.env['NUIJA_CHROMIUM'] ?? '/usr/bin/chromium';

/** @param {string} profile */
const words = (profile) => [
  '--headless=new',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--user-data-dir=${profile}`,
  // The pipe is ours and ends Chromium with us; the port is for the tests.
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
  '--no-startup-window',
  '--no-first-run',
  '--disable-gpu',
  '--disable-popup-blocking',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process,Translate',
  '--use-fake-device-for-media-stream',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** One Chromium, spoken to over its DevTools protocol: sessions' events are emitted as `SESSION METHOD`. */
class Chromium extends EventEmitter {
  #child;
  #asked = new Map();
  #number = 0;
  #ending = false;
  /** Where a test connects to. */
  address;

  /** @param {string} profile folder of its own */
  constructor(profile) {
    super();
    this.setMaxListeners(0);
    this.#child = spawn(program, words(profile), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    this.#child.once('exit', () => this.emit('gone'));
    this.address = new Promise((found, failed) => {
      let said = '';
      this.#child.once('error', failed);
      this.#child.once('exit', () => failed(new Error(`Chromium did not start: ${said}`)));
      this.#child.stderr.setEncoding('utf8').on('data', (text) => {
        said = `${said}${text}`.slice(-10_000);
        const line = /DevTools listening on (ws:\S+)/.exec(said);
        if (line) found(line[1]);
      });
    });
    let rest = Buffer.alloc(0);
    this.#child.stdio[4].on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.#hear(JSON.parse(rest.subarray(0, end).toString('utf8')));
        rest = rest.subarray(end + 1);
      }
    });
    // Chromium may be gone before all is written; whoever asked is told by `gone`.
    this.#child.stdio[3].on('error', () => this.emit('gone'));
    this.once('gone', () => {
      // Once the program ends it, nobody waits for what it still had to answer.
      if (!this.#ending) {
        for (const { failed } of this.#asked.values()) failed(new Error('Chromium is gone'));
      }
      this.#asked.clear();
    });
  }

  #hear({ id, result, error, method, params, sessionId }) {
    const asked = this.#asked.get(id);
    if (!asked) {
      if (method) this.emit(sessionId ? `${sessionId} ${method}` : method, params);
      return;
    }
    this.#asked.delete(id);
    if (error) asked.failed(new Error(`${asked.method}: ${error.message}`));
    else asked.answered(result);
  }

  /**
   * Asks the browser, or one session of it.
   * @param {string} method
   * @param {object} params
   * @param {string} [sessionId]
   * @returns {Promise<any>}
   */
  ask(method, params = {}, sessionId = undefined) {
    const id = ++this.#number;
    this.#child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((answered, failed) => this.#asked.set(id, { method, answered, failed }));
  }

  /** Ends it and waits until it has ended. */
  async end() {
    this.#ending = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await ended;
  }
}

/** @type {Chromium | undefined} */
let running;

/** @param {string} profile */
export function startChromium(profile) {
  running = new Chromium(profile);
  return running;
}

/** The one that runs; windows exist only once the app is ready. */
export function chromium() {
  if (!running) throw new Error('a window cannot be made before the app is ready');
  return running;
}

export const endChromium = async () => running?.end();

import type { BrowserContext } from '@playwright/test';

/** What is loaded without asking anybody: the page's own, and the parts of the browser's PDF viewer. */
const LOCAL = /^(blob|data|about|chrome|chrome-extension):/;

/** Everything that pages did which no page of Nuija may do. */
export class Watch {
  readonly #origin: string;
  readonly #trouble: string[] = [];
  readonly #awaited: RegExp[] = [];

  /** `origin` is the only place that anything may be asked from. */
  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Listens to every page of a browser context, those that open later too. */
  async over(context: BrowserContext): Promise<void> {
    context.on('request', (request) => this.#asked(request.url()));
    context.on('weberror', (thrown) => this.#say(`thrown: ${thrown.error().stack}`));
    context.on('console', (message) => {
      if (message.type() === 'error') this.#say(`console: ${message.text()}`);
    });
    context.on('page', (page) => {
      page.on('websocket', (line) => this.#asked(line.url().replace(/^ws/, 'http')));
      page.on('crash', () => this.#say('a page crashed'));
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (violation) => {
        console.error(
          `refused by the policy: ${violation.effectiveDirective}`,
          violation.blockedURI,
        );
      });
    });
  }

  /** Some trouble that a test makes on purpose. */
  expectTrouble(...kinds: readonly RegExp[]): void {
    this.#awaited.push(...kinds);
  }

  /** All that happened, expected or not. */
  get all(): readonly string[] {
    return this.#trouble;
  }

  /** All that happened and was not expected. */
  get trouble(): readonly string[] {
    return this.#trouble.filter((one) => !this.#awaited.some((kind) => kind.test(one)));
  }

  #asked(address: string): void {
    if (LOCAL.test(address) || new URL(address).origin === this.#origin) return;
    this.#say(`asked from elsewhere: ${address}`);
  }

  #say(what: string): void {
    this.#trouble.push(what);
  }
}

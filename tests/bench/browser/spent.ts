import type { CDPSession, Page } from '@playwright/test';

/** What the page's main thread has done, in ms. */
export interface Spent {
  /** Scripting, style and layout together: the work between a key and the frame that shows its answer. */
  work: number;
  /** All tasks, painting and collecting garbage included. */
  tasks: number;
}

const worked = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'];

/** Reads Chromium's own books on the main thread. */
export class Meter {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<Meter> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Meter(session);
  }

  /** What `deed` costs until it has come to an end. */
  async of(deed: () => Promise<unknown>): Promise<Spent> {
    const before = await this.#read();
    await deed();
    const after = await this.#read();
    return { work: after.work - before.work, tasks: after.tasks - before.tasks };
  }

  async #read(): Promise<Spent> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const seconds = (names: readonly string[]): number =>
      metrics.filter(({ name }) => names.includes(name)).reduce((sum, { value }) => sum + value, 0);
    return { work: 1000 * seconds(worked), tasks: 1000 * seconds(['TaskDuration']) };
  }
}

/** Resolves when the frame that shows what has been done so far is out. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))));
}

/** Tasks over 50 ms while `deed` is done, by the browser's own count: their lengths in ms. */
export async function longTasks(page: Page, deed: () => Promise<unknown>): Promise<number[]> {
  const seen = await page.evaluateHandle(() => {
    const lengths: number[] = [];
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) lengths.push(duration);
    });
    watch.observe({ type: 'longtask' });
    return { lengths, watch };
  });
  await deed();
  await painted(page);
  const lengths = await seen.evaluate(({ lengths: found, watch }) => {
    for (const { duration } of watch.takeRecords()) found.push(duration);
    watch.disconnect();
    return found;
  });
  await seen.dispose();
  return lengths;
}

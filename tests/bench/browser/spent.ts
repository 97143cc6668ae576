import { z } from 'zod';
import type { CDPSession, Page } from '@playwright/test';

/** From this length on a task is felt: the browser's own measure of a long task, ms. */
export const LONG_MS = 50;

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

const traceSchema = z.object({
  traceEvents: z.array(
    z.looseObject({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** µs of the thread's own time; not told of events that take none. */
      tdur: z.number().optional(),
      args: z.looseObject({ name: z.string().optional() }).optional(),
    }),
  ),
});

/**
 * Tasks of over 50 ms while `deed` is done, in ms of the main thread's own time: what the page does at a stretch,
 * not what other programs of the machine take from it meanwhile.
 */
export async function longTasks(page: Page, deed: () => Promise<unknown>): Promise<number[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page belongs to no browser.');
  const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
  await browser.startTracing(page, { categories });
  await deed();
  await painted(page);
  const told: unknown = JSON.parse((await browser.stopTracing()).toString());
  const { traceEvents } = traceSchema.parse(told);
  const threadOf = ({ pid, tid }: { pid: number; tid: number }): string => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents.filter(({ args }) => args?.name === 'CrRendererMain').map(threadOf),
  );
  const tasks = traceEvents.filter((one) => one.name === 'RunTask' && mains.has(threadOf(one)));
  if (tasks.length === 0) throw new Error('The trace tells of no tasks.');
  return tasks.map(({ tdur = 0 }) => tdur / 1000).filter((length) => length > LONG_MS);
}

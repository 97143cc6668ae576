import { test as base } from '@playwright/test';
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { RunningDesk } from './runningDesk';
import { Watch } from './watch';

export { expect } from '@playwright/test';

interface Fixtures {
  /** At what instant (ms since the epoch) the desk's clocks stand until they are moved; null: they go by themselves. */
  shows: number | null;
  desk: RunningDesk;
  watch: Watch;
  /** Another browser at the same desk, paired with it: a second reception, a tablet. */
  openBrowser(options?: BrowserContextOptions): Promise<Page>;
}

/**
 * Tests against a real desk on a data folder of their own. `page` is paired with it and shows the
 * start. A test fails when any page asked anything from elsewhere, wrote an error to the console,
 * broke the content security policy or threw.
 */
export const test = base.extend<Fixtures>({
  // No name but the desk's own address leads anywhere, so that nothing can leave unseen.
  launchOptions: [
    async ({ launchOptions }, use) => {
      const onlyHere = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), onlyHere] });
    },
    { scope: 'worker' },
  ],
  shows: [null, { option: true }],
  desk: async ({ launchOptions: _started, shows }, use) => {
    const desk = await RunningDesk.open(shows);
    await use(desk);
    await desk.close();
  },
  watch: async ({ desk }, use) => {
    const watch = new Watch(desk.origin);
    await use(watch);
    if (watch.trouble.length > 0) throw new Error(watch.trouble.join('\n'));
  },
  context: async ({ context, watch }, use) => {
    await watch.over(context);
    await use(context);
  },
  page: async ({ page, desk }, use) => {
    await page.goto(desk.pairing);
    await use(page);
  },
  openBrowser: async ({ browser, contextOptions, desk, watch }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ ...contextOptions, ...options });
      opened.push(context);
      await watch.over(context);
      const page = await context.newPage();
      await page.goto(desk.pairing);
      return page;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});

import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer, ask } from './bridge';
import { openElsewhere } from './elsewhere';
import type { Elsewhere } from './elsewhere';
import { root } from './host';
import { launchDesktop } from './launch';
import type { Desktop } from './launch';

let desktop: Desktop;
let page: Page;
let elsewhere: Elsewhere;
let event: string;

beforeAll(async () => {
  elsewhere = await openElsewhere();
  desktop = await launchDesktop();
  page = await desktop.page();
  await desktop.openNetwork();
  ({ event } = z.object({ event: z.string() }).parse(await answer(page, 'events.demo', {})));
});
afterAll(async () => {
  await desktop.quit();
  desktop.venue.remove();
  elsewhere.close();
});

const refused = { ok: false, failure: { code: 'link.notForThisRole' } };

/** What a page is told first. */
const firstHeardBy = (page: Page) =>
  page.evaluate((of) => new Promise((resolve) => window.nuija?.live(of, 'desk', resolve)), event);

/** What a page is told in the time in which three questions are answered. */
async function heardBy(page: Page): Promise<unknown[]> {
  return page.evaluate(async (of) => {
    const frames: unknown[] = [];
    const stop = window.nuija?.live(of, 'desk', (frame) => frames.push(frame));
    for (let i = 0; i < 3; i++) await window.nuija?.ask('event.state', { event: of });
    stop?.();
    return frames;
  }, event);
}

describe('the desk answers', () => {
  it('its own window', async () => {
    expect(await ask(page, 'app.info', {})).toMatchObject({ ok: true });
    expect(await firstHeardBy(page)).toMatchObject({ type: 'state' });
  });

  it('with a failure when the question is nonsense', async () => {
    const strange = await page.evaluate(() => {
      const bridge = window.nuija;
      return bridge && Reflect.apply(bridge.ask, bridge, [['app.info'], {}]);
    });
    expect(strange).toMatchObject({ ok: false });
    expect(await ask(page, 'no.such', {})).toMatchObject({ failure: { code: 'ask.malformed' } });
    expect(await ask(page, 'toString', {})).toMatchObject({ failure: { code: 'ask.malformed' } });
  });
});

describe('the desk does not answer', () => {
  it('a page of another site, though it is in the desk’s own window', async () => {
    await desktop.load(`${elsewhere.url}/`);
    expect(await ask(page, 'app.info', {})).toMatchObject(refused);
    expect(await heardBy(page)).toEqual([]);
    await desktop.load('nuija://app/');
    expect(await ask(page, 'app.info', {})).toMatchObject({ ok: true });
  });

  it('a window that was never trusted, though it shows our page', async () => {
    await desktop.evaluate(async ({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload } });
      await window.loadURL('nuija://app/#/stranger');
    }, `${root}/out/preload/preload.cjs`);
    const pages = await desktop.windows(2);
    const stranger = pages.find((one) => one.url().endsWith('#/stranger'));
    if (!stranger) throw new Error('the window did not open');
    expect(await ask(stranger, 'app.info', {})).toMatchObject(refused);
    expect(await heardBy(stranger)).toEqual([]);
    await stranger.close();
  });

  it.each([
    ['a frame in a page', { url: 'nuija://app/', parent: {} }],
    ['a badge', { url: 'blob:nuija://app/1', parent: null }],
    ['a frame that has gone', null],
  ])('%s', async (_what, senderFrame) => {
    const said = await desktop.evaluate(({ BrowserWindow, ipcMain }, frame) => {
      const window = BrowserWindow.getAllWindows().at(0);
      if (!window) throw new Error('there is no window');
      const { webContents } = window;
      const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
      if (!(handlers instanceof Map)) throw new Error('ipcMain keeps no handlers');
      const asked = { sender: webContents, senderFrame: frame };
      return handlers.get('nuija:ask')(asked, 'app.info', {});
    }, senderFrame);
    expect(said).toMatchObject(refused);
  });
});

import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openElsewhere } from './elsewhere';
import type { Elsewhere } from './elsewhere';
import { root } from './host';
import { launchDesktop } from './launch';
import type { Desktop } from './launch';

let desktop: Desktop;
let page: Page;
let elsewhere: Elsewhere;

beforeAll(async () => {
  elsewhere = await openElsewhere();
  desktop = await launchDesktop();
  page = await desktop.page();
  await desktop.openNetwork();
});
afterAll(async () => {
  await desktop.quit();
  desktop.venue.remove();
  elsewhere.close();
});

/**
 * Looks out for the next navigation of a window, from now on; what is answered waits for it and says
 * where it wanted to go and whether it was stopped.
 */
async function watchNavigation(window = 0) {
  await desktop.evaluate(({ BrowserWindow }, at) => {
    const there = BrowserWindow.getAllWindows().at(at);
    if (!there) throw new Error('there is no such window');
    const judged = new Promise((resolve) => {
      there.webContents.once('will-frame-navigate', (asked) =>
        resolve({ url: asked.url, stopped: asked.defaultPrevented }),
      );
    });
    Object.assign(globalThis, { nuijaNavigation: judged });
  }, window);
  return () =>
    desktop.evaluate(
      async (): Promise<unknown> => Reflect.get(globalThis, 'nuijaNavigation'),
      null,
    );
}

const countWindows = () =>
  desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null);

/** One way from the page through the browser to the shell and back: what was asked before is known. */
const askTheShell = () => page.evaluate(async () => (await fetch('/')).status);

/** Has the page open a window; answers once it is refused: there is none, or it has been closed. */
const refusedWindow = (address: string) =>
  page.evaluate(async (url) => {
    const opened = window.open(url);
    while (opened && !opened.closed) await new Promise((resolve) => setTimeout(resolve, 10));
  }, address);

describe('a page stays where it is', () => {
  it.each([
    ['another site', () => `${elsewhere.url}/away`],
    ['another host of our scheme', () => desktop.at('nuija://other/')],
  ])('and does not go to %s', async (_what, address) => {
    const judged = await watchNavigation();
    await page.evaluate((url) => void setTimeout(() => location.assign(url)), address());
    expect(await judged()).toMatchObject({ stopped: true });
    expect(page.url()).toBe(desktop.at('nuija://app/'));
    expect(elsewhere.asked).not.toContain('/away');
  });

  it('may go to another page of ours', async () => {
    const judged = await watchNavigation();
    const loaded = page.waitForEvent('load');
    await page.evaluate(() => void setTimeout(() => location.assign('/index.html')));
    expect(await judged()).toMatchObject({ stopped: false, url: 'nuija://app/index.html' });
    await loaded;
    await desktop.load('nuija://app/');
  });

  it('and is not sent elsewhere by the answer of a server', async () => {
    const sent = desktop.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ show: false });
      try {
        await window.loadURL(url);
      } finally {
        window.destroy();
      }
    }, `${elsewhere.url}/redirect`);
    await expect(sent).rejects.toThrow(/ERR_ABORTED/);
    expect(elsewhere.asked).toContain('/redirect');
    expect(elsewhere.asked).not.toContain('/landed');
  });

  it('and neither do its frames', async () => {
    const number = await desktop.evaluate(({ BrowserWindow }) => {
      new BrowserWindow({ show: false });
      return BrowserWindow.getAllWindows().length - 1;
    }, null);
    const judged = await watchNavigation(number);
    await desktop.evaluate(
      async ({ BrowserWindow }, [at, url]) => {
        const window = BrowserWindow.getAllWindows().at(at);
        await window?.loadURL(url);
        window?.destroy();
      },
      [number, `${elsewhere.url}/framing`] as const,
    );
    expect(await judged()).toEqual({ url: `${elsewhere.url}/framed`, stopped: true });
    expect(elsewhere.asked).not.toContain('/framed');
  });

  it('when a file is dropped on it', async () => {
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [join(root, 'package.json')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 5, y: 300, data });
    }
    expect(await askTheShell()).toBe(200);
    expect(page.url()).toBe(desktop.at('nuija://app/'));
    expect(await page.evaluate(() => document.title)).toBe('Nuija');
    expect(await countWindows()).toBe(1);
  });
});

describe('a page opens no window', () => {
  it('for another site', async () => {
    await refusedWindow(`${elsewhere.url}/opened`);
    expect(await countWindows()).toBe(1);
    expect(elsewhere.asked).not.toContain('/opened');
  });

  it('for a page of ours either', async () => {
    await refusedWindow('/index.html');
    expect(await countWindows()).toBe(1);
  });

  it('but for a badge that it has made, without the bridge', async () => {
    await page.evaluate(() => {
      const badge = new Blob(['<!doctype html><p>badge</p>'], { type: 'text/html' });
      window.open(URL.createObjectURL(badge), '_blank', 'noopener');
    });
    const find = () => desktop.pages().find((one) => one.url().startsWith('blob:'));
    await expect.poll(find).toBeDefined();
    const badge = find();
    expect(await badge?.textContent('p')).toBe('badge');
    expect(await badge?.evaluate(() => 'nuija' in window)).toBe(false);
    await badge?.close();
  });

  it('and attaches no web view', async () => {
    const stopped = await desktop.evaluate(({ BrowserWindow }) => {
      let prevented = false;
      const event = { preventDefault: () => (prevented = true) };
      const window = BrowserWindow.getAllWindows().at(0);
      if (!window) throw new Error('there is no window');
      const { webContents } = window;
      Reflect.apply(webContents.emit, webContents, ['will-attach-webview', event, {}, {}]);
      return prevented;
    }, null);
    expect(stopped).toBe(true);
  });
});

describe('of the machine', () => {
  const camera = () =>
    page.evaluate(async () => {
      try {
        const stream = await navigator.mediaDevices.getUserMedia({ video: true });
        for (const track of stream.getTracks()) track.stop();
        return 'given';
      } catch (error) {
        return error instanceof Error ? error.name : String(error);
      }
    });

  it('a page of ours gets the camera and may stay lit, and nothing else', async () => {
    expect(await camera()).toBe('given');
    const others = await page.evaluate(async () => {
      const names = ['notifications', 'midi', 'clipboard-read', 'geolocation'] as const;
      const found = names.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return [name, state];
      });
      const awake = await navigator.wakeLock.request('screen');
      const lit = !awake.released;
      await awake.release();
      return { lit, ...Object.fromEntries(await Promise.all(found)) };
    });
    expect(others).toEqual({
      lit: true,
      notifications: 'denied',
      midi: 'denied',
      'clipboard-read': 'denied',
      geolocation: 'denied',
    });
  });

  it('a page of another site gets nothing, in whatever window it is', async () => {
    await desktop.load(`${elsewhere.url}/`);
    expect(await camera()).toBe('NotAllowedError');
    await desktop.load('nuija://app/');
    expect(await camera()).toBe('given');
  });
});

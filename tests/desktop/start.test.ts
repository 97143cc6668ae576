import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../electron/link/headers';
import { ask } from './bridge';
import { openElsewhere } from './elsewhere';
import type { Elsewhere } from './elsewhere';
import { root } from './host';
import { launchDesktop, which } from './launch';
import type { Desktop } from './launch';

let desktop: Desktop;
let page: Page;
let elsewhere: Elsewhere;

beforeAll(async () => {
  const host = which === 'electron' ? 'Electron' : 'a stand-in: Electron itself did not run';
  console.log(`desktop tests: the built app runs in ${host}.`);
  elsewhere = await openElsewhere();
  desktop = await launchDesktop();
  page = await desktop.page();
});
afterAll(async () => {
  await desktop.quit();
  desktop.venue.remove();
  elsewhere.close();
});

describe('the first page', () => {
  it('is ours, with the desk behind it', async () => {
    expect(page.url()).toBe(desktop.at('nuija://app/'));
    await page.getByText('Nuija').first().waitFor();
    expect(await ask(page, 'app.info', {})).toMatchObject({
      ok: true,
      value: { host: 'desktop', dataFolder: desktop.venue.data },
    });
  });

  it('makes no request but to the app itself', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.getByText('Nuija').first().waitFor();
    expect(asked.length).toBeGreaterThan(2);
    const own = [desktop.at('nuija://app/'), 'data:', 'blob:'];
    expect(asked.filter((url) => !own.some((start) => url.startsWith(start)))).toEqual([]);
  });

  it('comes with the policy, and the policy holds', async () => {
    const policy = await page.evaluate(async () =>
      (await fetch('/')).headers.get('content-security-policy'),
    );
    expect(policy).toBe(CONTENT_SECURITY_POLICY);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "inline"';
      document.body.append(script);
      return document.title;
    });
    expect(ran).not.toBe('inline');
    const reached = page.evaluate((url) => fetch(url, { mode: 'no-cors' }), elsewhere.url);
    await expect(reached).rejects.toThrow(/Failed to fetch/);
    expect(elsewhere.asked).toEqual([]);
  });

  it('has the bridge, frozen, and nothing of Node or Electron', async () => {
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(window.nuija ?? {}).sort(),
      frozen: Object.isFrozen(window.nuija),
      names: Object.getOwnPropertyNames(window),
    }));
    expect(seen.bridge).toEqual(['ask', 'live']);
    expect(seen.frozen).toBe(true);
    const strange = ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'];
    const ours = seen.names.filter((name) => strange.includes(name) || name.startsWith('nuija'));
    expect(ours).toEqual(['nuija']);
  });
});

describe('the app’s own scheme', () => {
  const status = (path: string) => page.evaluate(async (at) => (await fetch(at)).status, path);

  it.each([
    ['leads out of its folder', '/..%2f..%2fpackage.json'],
    ['leads out of it in another spelling', '/assets/..%2f..%2f..%2fpackage.json'],
    ['is not there', '/nothing.js'],
    ['is a folder', '/assets'],
  ])('answers 404 to what %s, under the same policy', async (_what, path) => {
    expect(await status('/')).toBe(200);
    expect(await status(path)).toBe(404);
    const policy = (at: string) =>
      page.evaluate(
        async (asked) => (await fetch(asked)).headers.get('content-security-policy'),
        at,
      );
    expect(await policy(path)).toContain("default-src 'none'");
    expect(await policy(path)).toBe(await policy('/'));
  });

  it('answers 404 to a file of a kind that no page needs', async () => {
    const folder = mkdtempSync(join(root, 'out/renderer/test-'));
    const at = folder.slice(join(root, 'out/renderer').length);
    try {
      writeFileSync(join(folder, 'a.json'), '{}');
      writeFileSync(join(folder, 'a.txt'), 'x');
      expect(await status(`${at}/a.json`)).toBe(200);
      expect(await status(`${at}/a.txt`)).toBe(404);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has no page under any other host', async () => {
    await desktop.evaluate(async ({ BrowserWindow }) => {
      await new BrowserWindow({ show: false }).loadURL('nuija://other/');
    }, null);
    const pages = await desktop.windows(2);
    const other = pages.find((one) => one.url().startsWith(desktop.at('nuija://other/')));
    expect(await other?.textContent('body')).toBe('not found');
    await other?.close();
  });
});

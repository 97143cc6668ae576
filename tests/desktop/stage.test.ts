import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer, ask } from './bridge';
import { launchDesktop } from './launch';
import type { Desktop } from './launch';

let desktop: Desktop;
let page: Page;
let event: string;

beforeAll(async () => {
  desktop = await launchDesktop();
  page = await desktop.page();
  ({ event } = z.object({ event: z.string() }).parse(await answer(page, 'events.demo', {})));
});
afterAll(async () => {
  await desktop.kill();
  desktop.venue.remove();
});

const openStage = (view: string, display?: string) =>
  ask(page, 'stage.open', { event, view, display });

/** Every window that is not the desk's own. */
const stages = () =>
  desktop.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .slice(1)
        .map((one) => ({
          url: one.webContents.getURL(),
          bounds: one.getBounds(),
          full: one.isFullScreen(),
        })),
    null,
  );

async function stagePage(): Promise<Page> {
  const pages = await desktop.windows(2);
  const found = pages.find((one) => one.url().includes('#/stage/'));
  if (!found) throw new Error('there is no stage window');
  return found;
}

describe('a stage screen', () => {
  it('is offered every display', async () => {
    expect(await answer(page, 'stage.displays', {})).toEqual([
      { id: '101', label: 'Display 1 1366×768', primary: true },
      { id: '102', label: 'Display 2 1920×1080', primary: false },
    ]);
  });

  it.each(['999', ''])('is an error on a display that is gone: "%s"', async (display) => {
    const failed = await openStage('hall', display);
    expect(failed).toMatchObject({ ok: false, failure: { code: 'stage.noDisplay' } });
    expect(await stages()).toEqual([]);
  });

  it('fills the display that was picked', async () => {
    expect(await openStage('hall', '102')).toMatchObject({ ok: true, value: { opened: true } });
    await stagePage();
    const bounds = { x: 1366, y: 0, width: 1920, height: 1080 };
    const url = `nuija://app/#/stage/${event}/hall`;
    await expect.poll(stages).toEqual([{ url, bounds, full: true }]);
  });

  it('may ask nothing', async () => {
    const stage = await stagePage();
    for (const channel of ['app.info', 'events.list', 'event.state', 'event.command']) {
      const asked = await ask(stage, channel, { event });
      expect(asked).toMatchObject({ ok: false, failure: { code: 'link.notForThisRole' } });
    }
  });

  it('hears only what a stage may show, though it asks for the desk’s view', async () => {
    const stage = await stagePage();
    const frame = await stage.evaluate(
      (of) =>
        new Promise((resolve) => {
          window.nuija?.live(of, 'desk', resolve);
        }),
      event,
    );
    expect(frame).toMatchObject({ type: 'stage' });
    expect(JSON.stringify(frame)).not.toContain('malli.example');
  });

  it('makes room for another view on the same display', async () => {
    await openStage('speaker', '102');
    const addresses = async () => (await stages()).map((one) => one.url);
    await expect.poll(addresses).toEqual([`nuija://app/#/stage/${event}/speaker`]);
  });

  it('goes with its display', async () => {
    await desktop.evaluate(({ screen }) => {
      const gone = screen.getAllDisplays().find((one) => one.id === 102);
      Reflect.apply(screen.emit, screen, ['display-removed', {}, gone]);
    }, null);
    await expect.poll(stages).toEqual([]);
  });

  it('ends with the desk’s own window, as the app does', async () => {
    await openStage('hall', '102');
    const ended = new Promise((resolve) => desktop.process.once('exit', resolve));
    await page.close();
    expect(await ended).toBe(0);
  });
});

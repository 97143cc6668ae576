import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer } from './bridge';
import { newVenue, root } from './host';
import type { Venue } from './host';
import { launchDesktop, runToEnd } from './launch';

let venue: Venue;
beforeEach(() => {
  venue = newVenue();
});
afterEach(() => venue.remove());

const lock = () => join(venue.data, 'desk.lock');
const madeSchema = z.object({ event: z.string() });

/**
 * Has a page add people as fast as it can, 100 on their way at a time, until it ends with its app.
 * `names` grows by those that were acknowledged.
 */
async function addWithoutEnd(page: Page, event: string): Promise<string[]> {
  const names: string[] = [];
  await page.exposeFunction('nuijaAdded', (name: string) => names.push(name));
  await page.evaluate((of) => {
    const added: unknown = Reflect.get(window, 'nuijaAdded');
    let count = 0;
    const addNext = async () => {
      const lastName = `Malli${++count}`;
      const command = { type: 'participant.add', fields: { lastName } };
      const said = await window.nuija?.ask('event.command', { event: of, ask: { command } });
      const done: unknown = said?.ok && Object(said.value).ok;
      if (done === true && typeof added === 'function') added(lastName);
      void addNext();
    };
    for (let i = 0; i < 100; i++) void addNext();
  }, event);
  await expect.poll(() => names.length).toBeGreaterThan(150);
  return names;
}

const cli = join(root, 'out/main/cli.js');
const verify = () =>
  spawnSync(process.execPath, [cli, 'verify', '--data', venue.data], { encoding: 'utf8' });

const journal = (event: string) =>
  readFileSync(join(venue.data, 'events', event, 'journal.jsonl'), 'utf8');
const missing = (names: readonly string[], text: string) =>
  names.filter((name) => !text.includes(`"${name}"`));

describe('what was acknowledged', () => {
  it('is in the journal when the app quits in the midst of it, and the folder is let go', async () => {
    const desktop = await launchDesktop({ venue });
    const page = await desktop.page();
    const { event } = madeSchema.parse(await answer(page, 'events.demo', {}));
    expect(existsSync(lock())).toBe(true);
    const names = await addWithoutEnd(page, event);
    expect(await desktop.quit()).toBe(0);
    expect(missing(names, journal(event))).toEqual([]);
    expect(existsSync(lock())).toBe(false);
    expect(verify()).toMatchObject({ status: 0 });
    expect(desktop.shown()).toEqual([]);
  });

  it('is there after a kill -9 and a new start', async () => {
    const first = await launchDesktop({ venue });
    const page = await first.page();
    const { event } = madeSchema.parse(await answer(page, 'events.demo', {}));
    const names = await addWithoutEnd(page, event);
    await first.kill();
    const second = await launchDesktop({ venue });
    const state = JSON.stringify(await answer(await second.page(), 'event.state', { event }));
    expect(missing(names, state)).toEqual([]);
    await second.quit();
    expect(verify()).toMatchObject({ status: 0 });
  });
});

describe('one desk at a time', () => {
  it('shows the window that is there when the app is started again', async () => {
    const desktop = await launchDesktop({ venue });
    await desktop.page();
    await desktop.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().at(0)?.minimize(),
      null,
    );
    expect(await desktop.secondInstance()).toEqual({ code: 0, shown: [] });
    const windows = () =>
      desktop.evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((one) => [one.isMinimized(), one.isFocused()]),
        null,
      );
    await expect.poll(windows).toEqual([[false, true]]);
    await desktop.quit();
  });

  it('names the holder of a data folder that is in use, and ends with 1', async () => {
    const words = ['serve', '--data', venue.data, '--port', '0', '--no-open'];
    const holder = spawn(process.execPath, [cli, ...words]);
    for await (const line of createInterface({ input: holder.stdout })) {
      if (line.includes('http')) break;
    }
    const ended = await runToEnd(venue);
    expect(ended.code).toBe(1);
    expect(ended.shown).toHaveLength(1);
    expect(ended.shown[0]?.content).toContain(`process ${holder.pid}`);
    const gone = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill();
    await gone;
  });
});

describe('a verb of the command line', () => {
  it('is carried out by the app without a window, and its exit code told', async () => {
    expect(await runToEnd(venue, ['demo', '--json'])).toEqual({ code: 0, shown: [] });
    expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('0 problems') });
    expect(await runToEnd(venue, ['nonsense'])).toEqual({ code: 2, shown: [] });
  });
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer, ask } from './bridge';
import { openElsewhere } from './elsewhere';
import type { Elsewhere } from './elsewhere';
import { newVenue } from './host';
import { launchDesktop } from './launch';
import type { Desktop } from './launch';

const venue = newVenue();
const exported = join(dirname(venue.data), 'vienti.nuija');
let desktop: Desktop;
let page: Page;
let elsewhere: Elsewhere;
let event: string;

const madeSchema = z.object({ event: z.string() });

beforeAll(async () => {
  elsewhere = await openElsewhere();
  mkdirSync(venue.profile, { recursive: true });
  const window = { x: 1400, y: 60, width: 1100, height: 700, maximised: true };
  writeFileSync(join(venue.profile, 'shell.json'), JSON.stringify({ language: 'sv', window }));
  desktop = await launchDesktop({ venue });
  page = await desktop.page();
  ({ event } = madeSchema.parse(await answer(page, 'events.demo', {})));
});
afterAll(async () => {
  await desktop.kill();
  venue.remove();
  elsewhere.close();
});

const placeOfWindow = () =>
  desktop.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().at(0);
    return window && { ...window.getNormalBounds(), maximised: window.isMaximized() };
  }, null);

const windowOnDisk = () => JSON.parse(readFileSync(join(venue.profile, 'shell.json'), 'utf8'));

/** The words of the menu's uppermost row, and of the recent events. */
const menu = () =>
  desktop.evaluate(({ Menu }) => {
    const shown = Menu.getApplicationMenu();
    const recent = shown?.getMenuItemById('recent')?.submenu?.items ?? [];
    return {
      words: shown?.items.map((item) => item.label) ?? [],
      recent: recent.map((item) => item.label),
    };
  }, null);

const pick = (id: string) =>
  desktop.evaluate(({ Menu }, item) => {
    Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
  }, id);

/** Has the next boxes answered by their n-th button; answers how to learn what they said. */
async function answering(...buttons: number[]) {
  await desktop.evaluate(({ dialog }, pressed) => {
    const said: unknown[] = [];
    Object.assign(globalThis, { nuijaBoxes: said });
    dialog.showMessageBox = async (...given: unknown[]) => {
      said.push(given.at(-1));
      return { response: pressed[said.length - 1] ?? 0, checkboxChecked: false };
    };
  }, buttons);
  return () => desktop.evaluate((): unknown => Reflect.get(globalThis, 'nuijaBoxes'), null);
}

describe('the window', () => {
  it('opens where it was, on the display where it was', async () => {
    const was = { x: 1400, y: 60, width: 1100, height: 700, maximised: true };
    await expect.poll(placeOfWindow).toEqual(was);
  });

  it('is remembered where it is put', async () => {
    await desktop.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().at(0);
      window?.unmaximize();
      window?.setBounds({ x: 20, y: 40, width: 1000, height: 640 });
    }, null);
    const there = { x: 20, y: 40, width: 1000, height: 640, maximised: false };
    await expect.poll(() => windowOnDisk().window).toEqual(there);
  });
});

describe('the menu', () => {
  it('speaks as the page does, and so will the app when it starts again', async () => {
    for (const [language, code, word] of [
      ['sv', 'SV', 'Arkiv'],
      ['fi', 'FI', 'Tiedosto'],
      ['en', 'EN', 'File'],
    ] as const) {
      await page.getByText(code, { exact: true }).click();
      await expect.poll(async () => (await menu()).words).toContain(word);
      expect(windowOnDisk().language).toBe(language);
    }
  });

  it('leads to the screens of the event that is shown, and offers it again', async () => {
    await page.evaluate((of) => void (location.hash = `#/e/${of}/reception`), event);
    await expect.poll(async () => (await menu()).recent).toHaveLength(1);
    await pick('panel');
    await expect.poll(() => page.url()).toContain(`#/e/${event}/panel`);
    await pick('start');
    await expect.poll(() => page.url()).toMatch(/#\/$/);
  });

  it('copies diagnostics, without a name in them', async () => {
    const boxes = await answering(0);
    await pick('diagnostics');
    await expect.poll(boxes).toHaveLength(1);
    const text = await desktop.evaluate(({ clipboard }) => clipboard.readText(), null);
    expect(text).toContain(`${event}: fact `);
    const { state } = z
      .object({ state: z.object({ participants: z.array(z.object({ lastName: z.string() })) }) })
      .parse(await answer(page, 'event.state', { event }));
    const told = state.participants.filter(({ lastName }) => text.includes(lastName));
    expect(state.participants.length).toBeGreaterThan(30);
    expect(told).toEqual([]);
  });
});

describe('an exported event', () => {
  it('is opened in the app that runs when somebody double-clicks it', async () => {
    const { bytes } = z
      .object({ bytes: z.string() })
      .parse(await answer(page, 'export.make', { event, format: 'json' }));
    const other = Buffer.from(bytes, 'base64').toString('utf8').replaceAll(event, OTHER);
    writeFileSync(exported, other);
    expect((await desktop.secondInstance(exported)).code).toBe(0);
    await expect.poll(() => page.url()).toContain(`#/e/${OTHER}/reception`);
    expect(await ask(page, 'event.state', { event: OTHER })).toMatchObject({ ok: true });
  });

  it('that is here already is only shown', async () => {
    await page.evaluate(() => void (location.hash = '#/'));
    await desktop.evaluate(({ app }, file) => {
      Reflect.apply(app.emit, app, ['open-file', { preventDefault() {} }, file]);
    }, exported);
    await expect.poll(() => page.url()).toContain(`#/e/${OTHER}/reception`);
    expect(desktop.shown()).toEqual([]);
  });

  it('that is none is told in the language of the app', async () => {
    writeFileSync(exported, 'not an event');
    await desktop.secondInstance(exported);
    await expect.poll(() => desktop.shown().length).toBe(1);
    const [box] = desktop.shown();
    expect(box?.title).toBe('vienti.nuija could not be opened');
    expect(box?.content).toContain('not an event exported from Nuija');
  });
});

/** An id of another event, which the exported one is given. */
const OTHER = '01K9ZZZZZZZZZZZZZZZZZZZZZZ';

describe('the machine', () => {
  const awake = () =>
    desktop.evaluate(
      ({ powerSaveBlocker }) => [1, 2, 3, 4, 5].filter((id) => powerSaveBlocker.isStarted(id)),
      null,
    );

  it('stays awake while a session runs or a stage screen is open, and no longer', async () => {
    const { state } = z
      .object({ state: z.object({ sessions: z.array(z.object({ id: z.string() })) }) })
      .parse(await answer(page, 'event.state', { event }));
    const session = state.sessions[0]?.id ?? '';
    const command = (asked: object) =>
      answer(page, 'event.command', { event, ask: { command: asked } });
    expect(await awake()).toHaveLength(0);
    expect(await command({ type: 'session.start', session })).toMatchObject({ ok: true });
    await expect.poll(awake).toHaveLength(1);
    await answer(page, 'stage.open', { event, view: 'hall', display: '102' });
    expect(await command({ type: 'session.end', session })).toMatchObject({ ok: true });
    expect(await awake()).toHaveLength(1);
    await desktop.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows().slice(1)) window.close();
    }, null);
    await expect.poll(awake).toHaveLength(0);
  });
});

describe('out of the program', () => {
  const opened = async () => {
    await desktop.evaluate(({ shell }) => {
      const addresses: string[] = [];
      Object.assign(globalThis, { nuijaOpened: addresses });
      shell.openExternal = async (address: string) => void addresses.push(address);
    }, null);
    return () => desktop.evaluate((): unknown => Reflect.get(globalThis, 'nuijaOpened'), null);
  };

  it('leads a link that the person has seen and wants opened, and no other', async () => {
    const addresses = await opened();
    const boxes = await answering(1, 0);
    const link = 'https://www.soteuttamo.example/aineistot';
    for (const [i, address] of [
      link,
      'http://plain.example/',
      'file:///etc/passwd',
      link,
    ].entries())
      await page
        .evaluate((url) => void window.open(url), address)
        .then(async () => {
          if (address === link) await expect.poll(boxes).toHaveLength(i === 0 ? 1 : 2);
        });
    await expect.poll(addresses).toEqual([link]);
    expect(await boxes()).toMatchObject([{ detail: link }, { detail: link }]);
  });

  it('leads no request to the network, whoever makes it', async () => {
    const loading = desktop.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ show: false });
      try {
        await window.loadURL(url);
      } finally {
        window.destroy();
      }
    }, `${elsewhere.url}/`);
    await expect(loading).rejects.toThrow(/ERR_BLOCKED_BY_CLIENT/);
    expect(elsewhere.asked).toEqual([]);
    const spelling = desktop.evaluate(
      ({ session }) => session.defaultSession.isSpellCheckerEnabled(),
      null,
    );
    expect(await spelling).toBe(false);
  });
});

describe('a page that crashes', () => {
  const crash = () =>
    desktop.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().at(0)?.webContents.forcefullyCrashRenderer(),
      null,
    );
  /** Runs in the page; unlike Playwright, Electron does not give a page up that has crashed. */
  const inPage = (script: string) =>
    desktop.evaluate(async ({ BrowserWindow }, source): Promise<unknown> => {
      const contents = BrowserWindow.getAllWindows().at(0)?.webContents;
      return contents?.executeJavaScript(source).catch(() => null);
    }, script);
  const shown = () => inPage('document.readyState + location.hash + (window.crashed ?? "")');

  it('is loaded again by itself, where it was and with what was being typed', async () => {
    await page.evaluate((of) => void (location.hash = `#/e/${of}/reception`), event);
    await page.locator('main input').first().waitFor();
    await page.keyboard.press('F2');
    await page.locator('form input').first().fill('Åse Påhitt');
    const mine = await page.evaluate(() => sessionStorage.getItem('nuija.page'));
    const kept = () => answer(page, 'draft.read', { event, page: mine });
    await expect.poll(async () => JSON.stringify(await kept())).toContain('Åse Påhitt');
    await inPage('window.crashed = "before"');
    await crash();
    await expect.poll(shown).toBe(`complete#/e/${event}/reception`);
    const typed = 'document.querySelector("form input")?.value';
    await expect.poll(() => inPage(typed)).toBe('Åse Påhitt');
  });

  it('again and again is loaded some times, and then a person is asked, once', async () => {
    const boxes = await answering(0);
    await desktop.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().at(0)?.webContents;
      if (!contents) throw new Error('there is no window');
      let reloads = 0;
      contents.reload = () => Object.assign(globalThis, { nuijaReloads: ++reloads });
      const gone = ['render-process-gone', {}, { reason: 'crashed', exitCode: 5 }];
      for (let i = 0; i < 6; i++) Reflect.apply(contents.emit, contents, gone);
    }, null);
    await expect.poll(boxes).toMatchObject([{ type: 'error' }]);
    const reloads = () =>
      desktop.evaluate((): unknown => Reflect.get(globalThis, 'nuijaReloads'), null);
    // Two or three by itself (the crash before may count), and once more because the person said so.
    await expect.poll(reloads).toBeGreaterThanOrEqual(3);
    expect(await boxes()).toHaveLength(1);
  });
});

it('the log of all this names nobody', async () => {
  const log = readFileSync(join(venue.profile, 'logs', 'main.log'), 'utf8');
  expect(log).toContain("the desk's page is gone");
  const { state } = z
    .object({ state: z.object({ participants: z.array(z.object({ lastName: z.string() })) }) })
    .parse(await inDesk('event.state', { event }));
  expect(state.participants.filter(({ lastName }) => log.includes(lastName))).toEqual([]);
});

/** Asks from within the page, which Playwright has given up since its crash. */
async function inDesk(channel: string, payload: unknown): Promise<unknown> {
  const script = `window.nuija.ask(${JSON.stringify(channel)}, ${JSON.stringify(payload)})`;
  const said = await desktop.evaluate(async ({ BrowserWindow }, source): Promise<unknown> => {
    return BrowserWindow.getAllWindows().at(0)?.webContents.executeJavaScript(source);
  }, script);
  return z.object({ value: z.unknown() }).parse(said).value;
}

import { connect } from 'node:net';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer } from './bridge';
import { launchDesktop } from './launch';
import type { Desktop } from './launch';

let desktop: Desktop;
let page: Page;
let event: string;
/** A device of the venue's. */
let device: Browser;

beforeAll(async () => {
  desktop = await launchDesktop();
  page = await desktop.page();
  ({ event } = z.object({ event: z.string() }).parse(await answer(page, 'events.demo', {})));
  await pretendNetwork();
  device = await chromium.launch({
    executablePath: process.env['NUIJA_CHROMIUM'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});
afterAll(async () => {
  await device.close();
  await desktop.kill();
  desktop.venue.remove();
});

/** The machine is in one network, which is itself: so no test opens a port to another machine. */
const pretendNetwork = () =>
  desktop.evaluate(() => {
    const os = process.getBuiltinModule('node:os');
    os.networkInterfaces = () => ({
      'Wi-Fi': [
        {
          address: '127.0.0.1',
          family: 'IPv4',
          internal: false,
          netmask: '255.0.0.0',
          mac: '00:00:00:00:00:00',
          cidr: '127.0.0.1/8',
        },
      ],
    });
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  }, null);

const networkSchema = z.object({
  on: z.boolean(),
  port: z.number(),
  urls: z.array(z.string()),
  certificate: z.object({ fingerprint: z.string() }).nullable(),
  roles: z.array(z.object({ role: z.string(), connected: z.number() })),
});
const network = async () => networkSchema.parse(await answer(page, 'network.read', {}));
const connected = async () =>
  (await network()).roles.find(({ role }) => role === 'reception')?.connected;

const card = () => page.getByRole('region', { name: 'Paikan verkko' });
const reception = () => card().getByRole('listitem', { name: 'Vastaanotto' });
const text = (of: Page) => of.locator('body').innerText();

/** Whether anybody answers at a port of this machine. */
const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });

/** A browser of a device; `deaf` as Safari, which refuses WebSockets under a certificate it does not know. */
async function openDevice(address: string, deaf: boolean): Promise<Page> {
  const context = await device.newContext({ ignoreHTTPSErrors: true, locale: 'fi-FI' });
  if (deaf) {
    await context.addInitScript(() => {
      const Real = WebSocket;
      window.WebSocket = class extends Real {
        constructor() {
          super(`wss://${location.host}/nowhere`);
        }
      };
    });
  }
  const opened = await context.newPage();
  await opened.goto(address);
  return opened;
}

describe('the venue network of the desktop app', () => {
  let address: string;
  let port: number;
  let first: Page;
  let second: Page;

  it('is shut until it is opened in the setup, encrypted and with its fingerprint', async () => {
    await page.evaluate((of) => void (location.hash = `#/e/${of}/setup`), event);
    await card().getByRole('combobox').selectOption('127.0.0.1');
    await card().getByRole('checkbox', { name: 'Salaa liikenne' }).check();
    expect((await network()).on).toBe(false);
    await card().getByRole('button', { name: 'Avaa paikan verkko' }).click();
    address = await reception().locator('code').innerText();
    const told = await network();
    ({ port } = told);
    expect(address).toContain(`https://127.0.0.1:${port}/?token=`);
    expect(await card().textContent()).toContain(told.certificate?.fingerprint);
  });

  it('lets second receptions in, whose check-ins and the desk’s are seen by all', async () => {
    first = await openDevice(address, false);
    second = await openDevice(address, true);
    await expect.poll(connected, { timeout: 60_000 }).toBe(2);
    for (const one of [first, second]) {
      expect(await one.evaluate(() => isSecureContext)).toBe(true);
      const heads = one.getByTestId('heads');
      await expect.poll(() => heads.innerText(), { timeout: 60_000 }).toMatch(/^0\s*\/ 48/);
    }
    await first.getByRole('textbox', { name: 'Hae osallistujaa' }).fill('Ovdamearka');
    await first.keyboard.press('Enter');
    for (const one of [first, second]) {
      const heads = one.getByTestId('heads');
      await expect.poll(() => heads.innerText(), { timeout: 60_000 }).toMatch(/^1\s*\/ 48/);
    }
    const { state } = z
      .object({ state: z.object({ participants: z.array(z.object({ status: z.string() })) }) })
      .parse(await answer(page, 'event.state', { event }));
    expect(state.participants.filter(({ status }) => status === 'present')).toHaveLength(1);
  });

  it('puts them out when the key is changed', async () => {
    await reception().getByRole('button', { name: 'Vaihda avain' }).click();
    await reception().getByRole('button', { name: 'Vaihda ja katkaise' }).click();
    for (const one of [first, second]) {
      await expect.poll(() => text(one), { timeout: 60_000 }).toContain('ei ole lupaa');
    }
    expect(await connected()).toBe(0);
    await expect.poll(() => reception().locator('code').innerText()).not.toBe(address);
  });

  it('closes its port with the app', async () => {
    expect(await answers(port)).toBe(true);
    expect(await desktop.quit()).toBe(0);
    expect(await answers(port)).toBe(false);
  });
});

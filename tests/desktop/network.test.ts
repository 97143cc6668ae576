import { connect } from 'node:net';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer } from './bridge';
import { launchDesktop } from './launch';
import type { Desktop } from './launch';
import { openWireless } from './wireless';

let desktop: Desktop;
let page: Page;
let event: string;
/** A device of the venue's. */
let device: Browser;

beforeAll(async () => {
  desktop = await launchDesktop();
  page = await desktop.page();
  ({ event } = z.object({ event: z.string() }).parse(await answer(page, 'events.demo', {})));
  await pretendNetwork('127.0.0.1');
  await pretendAll();
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
const pretendNetwork = (address: string) =>
  desktop.evaluate((_main, own: string) => {
    const os = process.getBuiltinModule('node:os');
    os.networkInterfaces = () => ({
      'Wi-Fi': [
        {
          address: own,
          family: 'IPv4',
          internal: false,
          netmask: '255.0.0.0',
          mac: '00:00:00:00:00:00',
          cidr: `${own}/8`,
        },
      ],
    });
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  }, address);

/** Where all networks are meant, this machine alone is listened on. */
const pretendAll = () =>
  desktop.evaluate(() => {
    const { Server } = process.getBuiltinModule('node:net');
    const { listen } = Server.prototype;
    Object.defineProperty(Server.prototype, 'listen', {
      value(this: unknown, ...words: unknown[]) {
        const here = words.map((one) => (one === '0.0.0.0' ? '127.0.0.1' : one));
        return Reflect.apply(listen, this, here);
      },
    });
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

  it('takes no check-in from a device whose network is silent, and lets it catch up by itself', async () => {
    const wireless = await openWireless(port);
    const far = await openDevice(address.replace(`:${port}`, `:${wireless.port}`), false);
    const heads = (of: Page) => of.getByTestId('heads').innerText();
    const search = (of: Page) => of.getByRole('textbox', { name: 'Hae osallistujaa' });
    const answer = () => far.getByTestId('answer').innerText();
    await expect.poll(() => heads(far), { timeout: 60_000 }).toMatch(/^1\s*\/ 48/);
    await search(far).fill('Koemäki');

    wireless.goSilent();
    await expect.poll(() => text(far), { timeout: 60_000 }).toContain('Tiskiin ei saada yhteyttä');
    await search(far).press('Enter');
    await expect.poll(answer, { timeout: 60_000 }).toContain('muutosta ei tallennettu');
    await search(first).fill('Aarnio');
    await search(first).press('Enter');
    await expect.poll(() => heads(second), { timeout: 60_000 }).toMatch(/^2\s*\/ 48/);

    wireless.comeBack();
    await expect.poll(() => heads(far), { timeout: 60_000 }).toMatch(/^2\s*\/ 48/);
    await expect.poll(() => text(far), { timeout: 60_000 }).not.toContain('Ei yhteyttä');
    expect(await search(far).inputValue()).toBe('Koemäki');
    await search(far).press('Enter');
    await expect.poll(answer, { timeout: 60_000 }).toContain('Tervetuloa, Aino Koemäki');
    await expect.poll(() => heads(second), { timeout: 60_000 }).toMatch(/^3\s*\/ 48/);
    await far.context().close();
    wireless.close();
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

  it('says that the machine has come into another network, and draws its codes anew', async () => {
    await card().getByRole('button', { name: 'Sulje paikan verkko' }).click();
    await card().getByRole('combobox').selectOption('');
    await card().getByRole('checkbox', { name: 'Salaa liikenne' }).uncheck();
    await card().getByRole('button', { name: 'Avaa paikan verkko' }).click();
    const code = reception().locator('code');
    const picture = () => reception().getByRole('img').getAttribute('src');
    await expect.poll(() => code.innerText()).toContain(`http://127.0.0.1:${port}/?token=`);
    const before = await picture();
    await pretendNetwork('127.0.0.2');
    await expect.poll(() => code.innerText()).toContain(`http://127.0.0.2:${port}/?token=`);
    expect(await picture()).not.toBe(before);
    await expect.poll(() => card().innerText()).toContain('(ennen: 127.0.0.1)');
  });

  it('closes its port with the app', async () => {
    expect(await answers(port)).toBe(true);
    expect(await desktop.quit()).toBe(0);
    expect(await answers(port)).toBe(false);
  });
});

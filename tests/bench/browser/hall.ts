import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { RunningDesk } from '../../e2e/runningDesk';
import { makePeople } from '../search/names';
import type { Person } from '../search/names';

const seed = 20190327;

/** A desk with so many people and a browser paired with it. */
export interface Hall {
  desk: RunningDesk;
  event: string;
  people: readonly Person[];
  page: Page;
  close(): Promise<void>;
}

/** One command with everyone in it, as an import of a large file makes it. */
function everyone(people: readonly Person[]) {
  const rows = people.map(({ code: _own, ...fields }, at) => ({
    row: at + 2,
    fields: { ...fields, sector: ['private', 'public', 'third', 'other'][at % 4] },
  }));
  return { type: 'participants.import', file: 'kaikki.csv', rows };
}

/** Starts the built program with so many people and a Chromium at its start page. */
export async function openHall(count: number): Promise<Hall> {
  const desk = await RunningDesk.open();
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await desk.close();
  };
  try {
    const words = ['--name', `Sali ${count}`, '--date', '2027-03-27'];
    const event = desk.newEvent(['event', 'create', ...words]);
    const people = makePeople(count, seed);
    desk.command(event, everyone(people));
    browser = await chromium.launch({
      executablePath: process.env['NUIJA_CHROMIUM'],
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    const context = await browser.newContext({
      locale: 'fi-FI',
      timezoneId: 'Europe/Helsinki',
      viewport: { width: 1366, height: 768 },
    });
    const page = await context.newPage();
    await page.goto(desk.pairing);
    await page.getByRole('heading').first().waitFor();
    return { desk, event, people, page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

import type { Locator, Page } from '@playwright/test';
import { expect, test } from './desk';
import { pressByKey, tabTo } from './keyboard';
import type { RunningDesk } from './runningDesk';

/**
 * An event of today in a zone where it is about noon, so that the test means the same at any hour;
 * and its date there.
 */
function eventAtNoon(desk: RunningDesk): string {
  const ahead = 12 - new Date().getUTCHours();
  // The names of these zones have the opposite sign.
  const timeZone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
  const date = new Date(Date.now() + ahead * 3_600_000).toISOString().slice(0, 10);
  const event = desk.newEvent(['event', 'create', '--name', 'Keskipäivä', '--date', date]);
  desk.command(event, { type: 'event.edit', fields: { timeZone } });
  return event;
}

const rowOf = (page: Page, title: string): Locator =>
  page
    .locator('tr[data-session]')
    .filter({ has: page.getByRole('button', { name: title, exact: true }) });

async function open(page: Page, url: string, event: string): Promise<void> {
  await page.goto(`${url}#/e/${event}/programme`);
  await expect(page.getByRole('region', { name: 'Tilanne nyt' })).toBeVisible();
}

/** Puts the keyboard nowhere, where single keys are meant for the screen. */
const letGo = (page: Page) =>
  page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  );

test('a programme is written, moved, run and re-planned with the keyboard alone', async ({
  page,
  desk,
}) => {
  const event = eventAtNoon(desk);
  await open(page, desk.url, event);
  const add = async (title: string, length: string, understood: string) => {
    await page.keyboard.press('n');
    await expect(page.getByLabel('Otsikko')).toBeFocused();
    await page.keyboard.type(title);
    const field = page.getByLabel('Kesto', { exact: true });
    await tabTo(page, field);
    await field.press('ControlOrMeta+a');
    await page.keyboard.type(length);
    await expect(page.getByText(understood)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(rowOf(page, title)).toBeVisible();
    await expect(page.getByLabel('Otsikko')).toBeHidden();
    await letGo(page);
  };
  await add('Avaus', '9.00–9.30', '30 min · 9.00–9.30');
  await add('Puhe', '0.45', '45 min · 9.30–10.15');
  await add('Kysely', '1:30', '1 h 30 min · 10.15–11.45');
  const planned = (title: string, times: string) =>
    expect(rowOf(page, title).locator('td').first()).toContainText(times);

  const kysely = page.getByRole('button', { name: 'Kysely', exact: true });
  await tabTo(page, kysely);
  await page.keyboard.press('Alt+ArrowUp');
  await planned('Kysely', '9.30–11.00');
  await planned('Puhe', '11.00–11.45');
  await expect(kysely).toBeFocused();
  await letGo(page);

  await page.keyboard.press('s');
  await expect(rowOf(page, 'Avaus')).toHaveAttribute('data-phase', 'running');
  await page.keyboard.press('e');
  await expect(rowOf(page, 'Avaus')).toHaveAttribute('data-phase', 'ended');
  await page.keyboard.press('Control+z');
  await expect(rowOf(page, 'Avaus')).toHaveAttribute('data-phase', 'running');

  await page.keyboard.press('r');
  const replanning = page.getByRole('region', { name: 'Uusi aikataulu' });
  await expect(replanning.getByRole('table')).toContainText('Kysely');
  await pressByKey(page, replanning.getByRole('button', { name: 'Ota käyttöön' }));
  await expect(replanning).toBeHidden();
  await expect(rowOf(page, 'Kysely').locator('td').first()).not.toContainText('9.30');
  await letGo(page);
  await page.keyboard.press('Control+z');
  await planned('Kysely', '9.30–11.00');

  await pressByKey(page, page.getByRole('button', { name: 'Poista: Puhe' }));
  await expect(rowOf(page, 'Puhe')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Palauta: Puhe' })).toBeFocused();
  await page.keyboard.press('Enter');
  await planned('Puhe', '11.00–11.45');

  await letGo(page);
  await page.keyboard.press('v');
  const message = page.getByLabel('Viesti lavalle');
  await expect(message).toBeFocused();
  await page.keyboard.type('Viisi minuuttia');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Lavalla näkyy: Viisi minuuttia')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Avaa salin näyttö' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(message).not.toBeFocused();
  await page.keyboard.press('Escape');
  // What the stage shows is told here with its controls closed, too.
  await expect(message).toBeHidden();
  await expect(page.getByText('Lavalla näkyy: Viisi minuuttia')).toBeVisible();

  const kinds = (await desk.journal(event)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'programme.replan')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'undo')).toHaveLength(3);
});

test.describe('on a tablet', () => {
  test.use({ hasTouch: true, viewport: { width: 820, height: 1180 } });

  test('a finger drags a session to its new place, and into another room', async ({
    page,
    desk,
  }) => {
    const event = eventAtNoon(desk);
    const session = (title: string, plannedStart: number) => ({
      type: 'session.add',
      fields: { title, plannedStart, plannedMs: 1_800_000 },
    });
    desk.command(event, session('Avaus', 780), session('Puhe', 810), session('Kysely', 840));
    await open(page, desk.url, event);
    await drag(page, 'Siirrä: Kysely', rowOf(page, 'Avaus'), 0.2);
    await expect(rowOf(page, 'Kysely').locator('td').first()).toContainText('13.00–13.30');
    await expect(rowOf(page, 'Avaus').locator('td').first()).toContainText('13.30–14.00');

    await page.setViewportSize({ width: 1366, height: 1100 });
    const ending = { title: 'Päätös', room: 'Sali', plannedStart: 900 };
    desk.command(event, { type: 'session.add', fields: ending });
    const { sessions } = await desk.stored(event);
    const rooms = new Map([
      ['Avaus', 'Sali'],
      ['Puhe', 'Kabinetti'],
    ]);
    for (const { id, title } of sessions) {
      const room = rooms.get(title);
      if (room) desk.command(event, { type: 'session.edit', session: id, fields: { room } });
    }
    const cabinet = page.getByRole('region', { name: 'Kabinetti', exact: true });
    const hall = page.getByRole('region', { name: 'Sali', exact: true });
    await expect(hall.getByRole('article', { name: 'Avaus' })).toBeVisible();
    await expect(cabinet.getByRole('article', { name: 'Puhe' })).toBeVisible();
    await drag(page, 'Siirrä: Avaus', cabinet.getByRole('article', { name: 'Puhe' }), 0.8);
    await expect(cabinet.getByRole('article', { name: 'Avaus' })).toContainText('14.30–15.00');
  });
});

/** A finger goes from a handle to a height of another row, 0 = its top, 1 = its foot. */
async function drag(page: Page, handle: string, row: Locator, height: number): Promise<void> {
  const grip = page.getByRole('button', { name: handle, exact: true });
  const from = await grip.boundingBox();
  const to = await row.boundingBox();
  if (!from || !to) throw new Error('not on the page');
  const begin = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
  const end = { x: to.x + to.width / 2, y: to.y + to.height * height };
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) => {
    const x = begin.x + (end.x - begin.x) * share;
    const y = begin.y + (end.y - begin.y) * share;
    const touchPoints = type === 'touchEnd' ? [] : [{ x, y }];
    return cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  await touch('touchStart', 0);
  for (const share of [0.2, 0.5, 0.8, 1]) await touch('touchMove', share);
  await expect(row).toHaveAttribute('data-drop', height < 0.5 ? 'before' : 'after');
  await touch('touchEnd', 1);
  await cdp.detach();
}

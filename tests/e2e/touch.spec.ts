import type { Locator } from '@playwright/test';
import { expect, test } from './desk';
import { Reception } from './reception';

/** A finger that comes down on something and stays there; `lift` takes it away again. */
async function hold(target: Locator): Promise<{ lift(): Promise<void> }> {
  // Waits until it stands still where a finger can reach it.
  await target.tap({ trial: true });
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to lay a finger on.');
  const page = target.page();
  const session = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  return {
    async lift() {
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await session.detach();
    },
  };
}

test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

test('a tablet checks in and hands the floor over by touch alone', async ({ page, desk }) => {
  const event = desk.newEvent(['demo']);
  const reception = new Reception(page);
  await reception.open(desk.url, event);
  await reception.list.getByRole('button', { name: 'Sisään: Aino Koemäki' }).tap();
  await expect(reception.answer).toContainText('Tervetuloa, Aino Koemäki!');
  await page.getByRole('button', { name: /^Kumoa: Sisään Aino/ }).tap();
  await expect(reception.answer).toContainText('Kumottu.');

  // Two picked, by a finger that stays on the row and by a tap on the sign, come in together and go back together.
  const signs = reception.list.getByRole('button', { name: /^Valitse ryhmään: / });
  const finger = await hold(reception.list.getByTitle('Näytä tiedot').first());
  await expect(signs.nth(0)).toHaveAttribute('aria-pressed', 'true');
  await finger.lift();
  await signs.nth(1).tap();
  // The finger that went away was no tap: nobody's details have opened.
  await expect(page.getByRole('heading', { name: 'Viimeksi tehty' })).toBeVisible();
  await page.getByRole('button', { name: /^Kirjaa kaikki 2 sisään/ }).tap();
  await expect(reception.answer).toContainText('2 henkilöä kirjattu sisään.');
  await reception.answer.getByRole('button', { name: 'Kumoa' }).tap();
  await expect(reception.answer).toContainText('Kumottu.');

  await page.getByRole('link', { name: 'Paneeli' }).tap();
  await page.getByRole('button', { name: 'Aloita paneeli' }).tap();
  const table = page.getByRole('list', { name: 'Panelistit' });
  const hyrylä = table.getByRole('button', { name: /Leena Hyrylä.*puhunut/ });
  await hyrylä.tap();
  await expect(hyrylä).toHaveAttribute('aria-pressed', 'true');
  const salmi = table.getByRole('button', { name: /Juha Linden.*puhunut/ });
  await salmi.tap();
  await expect(salmi).toHaveAttribute('aria-pressed', 'true');
  await expect(hyrylä).toHaveAttribute('aria-pressed', 'false');

  const { participants } = await desk.stored(event);
  expect(participants.filter((one) => one.status === 'present')).toHaveLength(0);
  const given = (await desk.journal(event)).filter(({ kind }) => kind === 'floor.give');
  expect(given).toHaveLength(2);
});

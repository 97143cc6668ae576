import { expect, test } from './desk';
import { Reception } from './reception';

test('a desk killed under the page is missed at once, and the page goes on when it is back', async ({
  page,
  desk,
  watch,
}) => {
  watch.expectTrouble(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/);
  const event = desk.newEvent(['demo']);
  const reception = new Reception(page);
  await reception.open(desk.url, event);
  await page.keyboard.type('Ovdamearka');
  await expect(reception.row('Elli Ovdamearka')).toBeVisible();
  await page.keyboard.press('F2');
  const name = page.getByRole('textbox', { name: 'Nimi' });
  await expect(name).toBeFocused();
  await name.press('ControlOrMeta+a');
  await page.keyboard.type('Kesken Jäänyt');

  await desk.killHard();
  await expect(page.getByText('Ei yhteyttä')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'Tiskiin ei saada' })).toBeVisible();
  await expect(name).toHaveValue('Kesken Jäänyt');
  await name.press('Enter');
  await expect(reception.answer).toContainText('muutosta ei tallennettu');
  await expect(name).toHaveValue('Kesken Jäänyt');

  await desk.serveAgain();
  await expect(page.getByText('Ei yhteyttä')).toBeHidden({ timeout: 60_000 });
  await expect(name).toHaveValue('Kesken Jäänyt');
  await name.press('Enter');
  await expect(reception.answer).toContainText('Tervetuloa, Kesken Jäänyt!');
  const stored = (await desk.stored(event)).participants;
  expect(stored.filter((one) => one.lastName === 'Jäänyt')).toHaveLength(1);
});

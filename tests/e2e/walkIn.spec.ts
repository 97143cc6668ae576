import { expect, test } from './desk';
import { Reception } from './reception';

test('Escape closes the suggestions first and keeps what was typed', async ({ page, desk }) => {
  const event = desk.newEvent(['demo']);
  const reception = new Reception(page);
  await reception.open(desk.url, event);
  await page.keyboard.press('F2');
  const name = page.getByRole('textbox', { name: 'Nimi' });
  await expect(name).toBeFocused();
  await page.keyboard.type('Åse Påhitt');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Mall');
  await expect(page.getByRole('option').first()).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(name).toHaveValue('Åse Påhitt');

  await page.keyboard.press('Escape');
  await expect(name).toHaveCount(0);
  await expect(reception.search).toBeFocused();
});

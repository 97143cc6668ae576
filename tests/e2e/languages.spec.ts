import { expect, test } from './desk';
import { tabTo } from './keyboard';
import { Reception } from './reception';

test('a change of language keeps what has been typed', async ({ page, desk }) => {
  const event = desk.newEvent(['demo']);
  const reception = new Reception(page);
  await reception.open(desk.url, event);
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Nimi' })).toBeFocused();
  await page.keyboard.type('Åse Påhitt');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Uusi Keksitty ry');
  const third = page.getByRole('button', { name: 'kolmas sektori' });
  await tabTo(page, third);
  await page.keyboard.press('3');
  await expect(third).toHaveAttribute('aria-pressed', 'true');

  await tabTo(page, page.getByRole('radio', { name: 'FI' }));
  for (const { name, organisation, sector } of [
    { name: 'Namn', organisation: 'Organisation', sector: 'tredje sektorn' },
    { name: 'Name', organisation: 'Organisation', sector: 'third sector' },
    { name: 'Nimi', organisation: 'Organisaatio', sector: 'kolmas sektori' },
  ]) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('textbox', { name })).toHaveValue('Åse Påhitt');
    await expect(page.getByLabel(organisation).and(page.locator('input'))).toHaveValue(
      'Uusi Keksitty ry',
    );
    await expect(page.getByRole('button', { name: sector })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  }
});

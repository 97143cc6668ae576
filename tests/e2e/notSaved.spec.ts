import type { Page, Route } from '@playwright/test';
import { expect, test } from './desk';
import { Reception } from './reception';

/** A desk whose disk is full, as its pages hear of it: whatever would be written is refused. */
async function fillDisk(page: Page): Promise<() => Promise<void>> {
  const refuse = async (route: Route) => {
    const { channel } = route.request().postDataJSON();
    if (channel !== 'event.command' && channel !== 'event.save') return route.fallback();
    const failure = { code: 'store.disk-full', params: {}, message: 'The disk is full.' };
    return route.fulfill({ json: { ok: false, failure } });
  };
  await page.route('**/api/call', refuse);
  return () => page.unroute('**/api/call', refuse);
}

test('what cannot be saved stays where it was typed, with the reason, and can be erased when it is over', async ({
  page,
  desk,
}) => {
  const event = desk.newEvent(['demo']);
  const reception = new Reception(page);
  await reception.open(desk.url, event);
  const heads = await reception.heads.textContent();
  const go = (screen: string) => page.goto(`${desk.url}#/e/${event}/${screen}`);
  const full = page.getByText('Levy on täynnä');
  const word = page.locator('[data-saved]');
  const giveRoom = await fillDisk(page);

  await test.step('a walk-in', async () => {
    await page.keyboard.press('F2');
    const name = page.getByRole('textbox', { name: 'Nimi' });
    await name.fill('Åse Påhitt');
    await name.press('Enter');
    await expect(word).toHaveText('EI TALLENNETTU');
    await expect(page.getByRole('alert').filter({ has: full }).first()).toBeVisible();
    await expect(name).toHaveValue('Åse Påhitt');
    await expect(reception.answer.filter({ has: full })).toBeVisible();
  });

  await test.step('a session', async () => {
    await go('programme');
    await expect(word).toHaveText('EI TALLENNETTU');
    await page.locator('[data-add]').click();
    const form = page.getByRole('main').locator('form');
    const title = form.getByRole('textbox', { name: 'Otsikko' });
    await title.fill('Ylimääräinen');
    await title.press('Enter');
    await expect(form.getByRole('alert').filter({ has: full })).toBeVisible();
    await expect(title).toHaveValue('Ylimääräinen');
  });

  await test.step('a message to the stage', async () => {
    await go('panel');
    const message = page.getByRole('textbox', { name: 'Viesti' });
    await message.fill('Kiitos, aika loppui');
    await message.press('Enter');
    await expect(page.getByRole('alert').filter({ has: full })).toHaveCount(2);
    await expect(message).toHaveValue('Kiitos, aika loppui');
  });

  await test.step('a detail of the event, until there is room again', async () => {
    await go('setup');
    const venue = page.getByRole('textbox', { name: 'Paikka' }).first();
    await venue.fill('Uusi paikka');
    await venue.press('Enter');
    await expect(page.getByRole('alert').filter({ has: full })).toHaveCount(2);
    await expect(venue).toHaveValue('Uusi paikka');
    const again = page.getByRole('button', { name: 'Yritä uudelleen' });
    await again.click();
    await expect(word).toHaveText('EI TALLENNETTU');

    await giveRoom();
    await again.click();
    await expect(word).toHaveText('Tallennettu');
    await expect(again).toHaveCount(0);
    await expect(venue).toHaveValue('Uusi paikka');
    await venue.press('Enter');
    await expect(page.getByRole('alert').filter({ has: full })).toHaveCount(0);
  });

  await test.step('erase everything personal', async () => {
    await go('export');
    await page.getByRole('button', { name: /^Poista \d+ ihmisen tiedot/ }).click();
    const confirm = page.getByRole('textbox', { name: /Vahvista kirjoittamalla/ });
    await expect(confirm).toBeFocused();
    const erase = page.getByRole('button', { name: 'Poista lopullisesti' });
    await confirm.fill('Jokin muu');
    await expect(erase).toBeDisabled();
    await confirm.fill('etelä-karjalan soteuttamo');
    await confirm.press('Enter');
    await expect(page.getByText('eikä niistä löytynyt mitään')).toBeVisible();
    await expect(reception.heads).toHaveText(heads ?? '');
  });
});

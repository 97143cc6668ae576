import { expect, test } from './desk';
import { Reception } from './reception';

test('two receptions see each other at once', async ({ page, desk, openBrowser }) => {
  const event = desk.newEvent(['demo']);
  const left = new Reception(page);
  await left.open(desk.url, event);
  const right = new Reception(await openBrowser());
  await right.open(desk.url, event);

  await right.page.keyboard.type('Ovdamearka');
  await expect(right.row('Elli Ovdamearka')).toContainText('odotetaan');
  await left.page.keyboard.type('Ovdamearka');
  await expect(left.row('Elli Ovdamearka')).toBeVisible();
  await left.page.keyboard.press('Enter');

  await expect(left.answer).toContainText('Tervetuloa, Elli Ovdamearka!');
  await expect(right.row('Elli Ovdamearka')).not.toContainText('odotetaan');
  await expect(right.heads).toContainText(/^1\s*\/ 48/);
  await expect(right.search).toHaveValue('Ovdamearka');

  await right.page.keyboard.press('Enter');
  await expect(right.answer).toContainText('on jo paikalla');
  await right.page.keyboard.press('F8');
  await expect(left.row('Elli Ovdamearka')).toContainText('odotetaan');
  await expect(left.heads).toContainText(/^0\s*\/ 48/);

  // What the organiser wants to know is ticked in the setup and asked at the other desk at once.
  await right.page.goto(`${desk.url}#/e/${event}/setup`);
  const asked = right.page.getByRole('group', { name: 'Kysytään sisäänkirjauksessa' });
  for (const name of ['puhelin', 'saa kuvata']) {
    await asked.getByRole('checkbox', { name, exact: true }).check();
  }
  await expect(asked.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await left.page.keyboard.press('Escape');
  await left.page.keyboard.type('Ovdamearka');
  await left.page.keyboard.press('Enter');
  await expect(left.page.getByRole('group', { name: /puhelinnumero|Saako kuvata/ })).toBeVisible();

  // Closed at one desk, nobody is let in by accident at the other, until it is opened again.
  await right.page.goto(`${desk.url}#/e/${event}/export`);
  await right.page.getByRole('button', { name: 'Päätä', exact: true }).click();
  await expect(right.page.getByText(/^Päätetty: /)).toBeVisible();
  const enter = async (name: string) => {
    await left.page.keyboard.press('Escape');
    await left.search.fill(name);
    await left.page.keyboard.press('Enter');
  };
  await enter('Aino Koemäki');
  await expect(left.answer.locator('[data-tone=bad]')).toContainText('päätetty');
  await right.page.getByRole('button', { name: 'Avaa uudelleen' }).click();
  await expect(right.page.getByRole('button', { name: 'Päätä', exact: true })).toBeVisible();
  await enter('Aino Koemäki');
  await expect(left.answer).toContainText('Tervetuloa, Aino Koemäki!');
});

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
});

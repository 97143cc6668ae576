import { expect, test } from './desk';
import { Reception } from './reception';

test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

test('a tablet checks in and hands the floor over by touch alone', async ({ page, desk }) => {
  const event = desk.newEvent(['demo']);
  const reception = new Reception(page);
  await reception.open(desk.url, event);
  await reception.list.getByRole('button', { name: 'Sisään: Aino Koemäki' }).tap();
  await expect(reception.answer).toContainText('Tervetuloa, Aino Koemäki!');
  await page.getByRole('button', { name: /^Kumoa: Sisään Aino/ }).tap();
  await expect(reception.answer).toContainText('Kumottu.');

  // Two picked by their signs come in together, and go back together.
  const signs = reception.list.getByRole('button', { name: /^Valitse ryhmään: / });
  await signs.nth(0).tap();
  await signs.nth(1).tap();
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

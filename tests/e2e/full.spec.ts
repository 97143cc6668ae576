import { expect, test } from './desk';
import { Reception } from './reception';

const PEOPLE = 10_000;

/** One command with everyone in it, as an import of a large file makes it. */
function everyone() {
  const rows = Array.from({ length: PEOPLE }, (_, at) => ({
    row: at + 2,
    fields: {
      firstName: `Malli${at}`,
      lastName: `Keksitty${String(at).padStart(5, '0')}`,
      email: `henkilo${at}@malli.example`,
      organisation: `Kuviteltu ${at % 400} Oy`,
    },
  }));
  return { type: 'participants.import', file: 'kaikki.csv', rows };
}

test('an event of 10,000 people is found, scrolled and checked in like a small one', async ({
  page,
  desk,
}) => {
  const words = ['--name', 'Täysi sali', '--date', '2027-03-27'];
  const event = desk.newEvent(['event', 'create', ...words]);
  desk.command(event, everyone());
  const reception = new Reception(page);
  await reception.open(desk.url, event);
  await expect(page.getByText(/^10\s000 henkilöä$/).first()).toBeVisible();

  await expect(reception.row('Keksitty00000')).toBeVisible();
  await reception.list.hover();
  await page.mouse.wheel(0, PEOPLE * 100);
  await expect(reception.row('Keksitty09999')).toBeVisible();
  expect(await reception.list.getByRole('listitem').count()).toBeLessThan(100);

  await reception.search.focus();
  await page.keyboard.type('keksitty07531', { delay: 60 });
  await expect(reception.row('Malli7531')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(reception.answer).toContainText('Tervetuloa, Malli7531 Keksitty07531!');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('PageDown');
  await expect(
    reception.list.getByRole('listitem').and(page.locator('[aria-current]')),
  ).toHaveCount(1);
  const { participants } = await desk.stored(event);
  const present = participants.filter((one) => one.status === 'present');
  expect(present.map((one) => one.lastName)).toEqual(['Keksitty07531']);
});

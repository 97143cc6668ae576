import { expect, test } from './desk';
import { scan, tabTo } from './keyboard';
import { Reception } from './reception';

test('a scanned code checks in wherever the keyboard is, and leaves the field as it was', async ({
  page,
  desk,
}) => {
  const event = desk.newEvent(['demo']);
  const people = (await desk.stored(event)).participants;
  const [first, second, third] = people;
  if (!first || !second || !third) throw new Error('The sample has no people.');
  const reception = new Reception(page);
  await reception.open(desk.url, event);

  await scan(page, first.code);
  await expect(reception.answer).toContainText(`Tervetuloa, ${first.firstName} ${first.lastName}!`);
  await expect(reception.search).toHaveValue('');

  await page.keyboard.press('F2');
  const name = page.getByRole('textbox', { name: 'Nimi' });
  await expect(name).toBeFocused();
  await page.keyboard.type('Kesken Jäänyt', { delay: 60 });
  await scan(page, second.code);
  await expect(reception.answer).toContainText(second.lastName);
  await expect(name).toHaveValue('Kesken Jäänyt');
  // The digits of a code are no sector keys.
  const form = page.getByRole('form').filter({ has: name });
  await expect(form.getByRole('button', { pressed: true })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await tabTo(page, page.getByRole('link', { name: 'Vastaanotto' }));
  await scan(page, third.code);
  await expect(reception.answer).toContainText(third.lastName);

  await scan(page, first.code);
  await expect(reception.answer).toContainText('on jo paikalla');

  const present = (await desk.stored(event)).participants.filter((one) => one.status === 'present');
  expect(present.map((one) => one.id)).toEqual([first.id, second.id, third.id]);
  const checkedIn = (await desk.journal(event)).filter(
    ({ kind }) => kind === 'participant.checkIn',
  );
  expect(checkedIn).toHaveLength(3);
});

import { expect, test } from './desk';
import { scan } from './keyboard';
import { Reception } from './reception';

test.use({ hasTouch: true });

test('a locked desk takes no scan, and the door answers by colour with no more than a first name', async ({
  page,
  desk,
}) => {
  const event = desk.newEvent(['demo']);
  desk.verb(['event', 'pin', '--event', event, '--pin', '4711']);
  const { participants } = await desk.stored(event);
  const [first, second, third] = participants;
  if (!first || !second || !third) throw new Error('The sample has no people.');
  desk.command(event, { type: 'participant.cancel', who: third.id });
  const reception = new Reception(page);
  await reception.open(desk.url, event);

  await page.getByRole('button', { name: 'Lukitse' }).tap();
  const locked = page.getByRole('heading', { name: 'Lukittu' });
  await expect(locked).toBeVisible();
  await scan(page, first.code);
  await expect(page.getByRole('alert')).toContainText('koodia ei luettu');
  // Neither another address nor reloading gets round it, and nobody's name is on the page.
  await page.goto(`${desk.url}#/e/${event}/export`);
  await page.reload();
  await expect(locked).toBeVisible();
  await expect(page.getByText(first.lastName)).toHaveCount(0);
  await page.keyboard.type('0000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Väärä PIN');
  for (const digit of '4711') {
    await page.getByRole('button', { name: digit, exact: true }).tap();
  }
  await page.getByRole('button', { name: 'Avaa', exact: true }).tap();
  await expect(page.getByRole('heading', { name: 'Vie tiedot' })).toBeVisible();

  await reception.open(desk.url, event);
  await page.getByRole('link', { name: 'Ovinäkymä' }).tap();
  const answer = page.getByTestId('door');
  await expect(answer).toContainText('Lue koodi');
  // Green: the scan at the locked page was not taken.
  await scan(page, first.code);
  await expect(answer).toContainText('Tervetuloa');
  await expect(answer).toContainText(first.firstName);
  // Sooner it would be the same scan.
  await scan(page, first.code, { at: Date.now() / 1000 + 3 });
  await expect(answer).toContainText('Käytetty');
  await scan(page, third.code);
  await expect(answer).toContainText('Tiskille');
  await page.keyboard.type(`${second.firstName} ${second.lastName}`);
  await page.getByRole('button', { name: second.firstName }).tap();
  await expect(answer).toContainText('Tervetuloa');
  const seen = await page.locator('body').innerText();
  for (const { lastName, organisation } of [first, second, third]) {
    expect(seen).not.toContain(lastName);
    if (organisation) expect(seen).not.toContain(organisation);
  }
  const after = (await desk.stored(event)).participants;
  const present = after.filter((one) => one.status === 'present').map((one) => one.id);
  expect(present.toSorted()).toEqual([first.id, second.id].toSorted());
});

import { makeCode } from '../../shared/model/code';
import { expect, test } from './desk';
import { burst, scan, tabTo } from './keyboard';
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

  // Sooner it would be the same scan.
  await scan(page, first.code, { at: Date.now() / 1000 + 3 });
  await expect(reception.answer).toContainText('on jo paikalla');

  const present = (await desk.stored(event)).participants.filter((one) => one.status === 'present');
  expect(present.map((one) => one.id)).toEqual([first.id, second.id, third.id]);
  const checkedIn = (await desk.journal(event)).filter(
    ({ kind }) => kind === 'participant.checkIn',
  );
  expect(checkedIn).toHaveLength(3);
});

test('a scanner with a prefix, a Tab and a US layout is set up by trying it, and every scan gets its own answer', async ({
  page,
  desk,
}) => {
  const event = desk.newEvent(['demo']);
  const [first, second, third] = (await desk.stored(event)).participants;
  if (!first || !second || !third) throw new Error('The sample has no people.');
  const reception = new Reception(page);
  await reception.open(desk.url, event);

  // Tried out, it checks nobody in.
  await page.getByRole('button', { name: 'Lukija ja äänet' }).click();
  const panel = page.getByRole('region', { name: 'Lukija ja äänet' });
  const trial = panel.getByRole('textbox', { name: /Kokeile lukijaa/ });
  await trial.click();
  const around = { end: 'Tab', typed: `?A${first.code}#` } as const;
  await scan(page, `+A${first.code}#`, around);
  await expect(panel.getByText('Tätä ei tunnistettu lukijaksi')).toBeVisible();
  await expect(trial).toBeFocused();
  await panel.getByRole('button', { name: /^Ota käyttöön: edessä \?A, perässä #/ }).click();
  await trial.click();
  await scan(page, `+A${first.code}#`, around);
  await expect(panel.getByText(`Toimii: ${first.code}`)).toBeVisible();
  await expect(reception.answer).toBeEmpty();
  await panel.getByRole('button', { name: 'Sulje' }).click();

  // In the middle of a half-written note: the note, the caret and the keyboard stay where they are.
  const name = `${first.firstName} ${first.lastName}`;
  await page.keyboard.type(name);
  await expect(reception.list.getByRole('listitem')).toHaveCount(1);
  await expect(reception.row(name)).toBeVisible();
  await page.keyboard.press('F3');
  const note = page.getByRole('textbox', { name: 'Huomautus' });
  await note.click();
  await page.keyboard.type('Puhuja', { delay: 60 });
  await page.keyboard.press('ArrowLeft');
  await scan(page, `+A${first.code}#`, around);
  await expect(reception.answer).toContainText(`Tervetuloa, ${first.firstName}`);
  await expect(note).toHaveValue('Puhuja');
  await expect(note).toBeFocused();
  await page.keyboard.type('x');
  await expect(note).toHaveValue('Puhujxa');
  await page.keyboard.press('Escape');

  // Two at once: an answer for each. The first of them once more is no third scan.
  const at = Date.now() / 1000;
  await scan(page, `\\000001${second.code}`, { typed: `'000001${second.code}`, at });
  await scan(page, third.code, { at: at + 0.25 });
  await scan(page, second.code, { at: at + 1 });
  await expect(reception.answer.getByText(`Tervetuloa, ${third.firstName}`)).toBeVisible();
  await expect(reception.answer.getByText(`Tervetuloa, ${second.firstName}`)).toBeVisible();
  const elsewhere = makeCode(first.code.startsWith('ZZ') ? 'YY' : 'ZZ', new Uint8Array(9));
  await scan(page, elsewhere, { at: at + 1.5 });
  await expect(reception.answer.locator('[data-tone=bad]')).toContainText('toiseen tilaisuuteen');
  await scan(page, second.code, { at: at + 3 });
  await expect(reception.answer).toContainText('on jo paikalla');

  const checkedIn = (await desk.journal(event)).filter(
    ({ kind }) => kind === 'participant.checkIn',
  );
  expect(checkedIn).toHaveLength(3);
});

test('a scan on another screen checks in and leaves the panel, its keys and half-written texts alone', async ({
  page,
  desk,
}) => {
  const event = desk.newEvent(['demo']);
  const [first, second, third] = (await desk.stored(event)).participants;
  if (!first || !second || !third) throw new Error('The sample has no people.');
  const scanned = page.getByTestId('scanned');
  await page.goto(`${desk.url}#/e/${event}/panel`);
  await expect(page.getByText('Paneeli ei ole alkanut').first()).toBeVisible();
  await page.keyboard.press('s');
  await page.keyboard.press('2');
  const speaker = page.getByRole('button', { name: /Juha Linden.*puhunut/ });
  await expect(speaker).toHaveAttribute('aria-pressed', 'true');

  // Every character of the code is a key of the panel.
  await burst(page, first.code, 'Enter');
  await expect(scanned).toContainText(`Tervetuloa, ${first.firstName} ${first.lastName}!`);
  await expect(scanned.getByRole('link', { name: 'Vastaanottoon' })).toBeVisible();
  await burst(page, second.code);
  await expect(scanned).toContainText(`Tervetuloa, ${second.firstName} ${second.lastName}!`);
  await expect(speaker).toHaveAttribute('aria-pressed', 'true');

  await page.goto(`${desk.url}#/e/${event}/setup`);
  const theme = page.getByRole('textbox', { name: 'Teema' });
  await theme.fill('Kesken');
  await scan(page, third.code);
  await expect(scanned).toContainText(`Tervetuloa, ${third.firstName} ${third.lastName}!`);
  await expect(theme).toHaveValue('Kesken');
  await expect(theme).toBeFocused();

  const kinds = (await desk.journal(event)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'participant.checkIn')).toHaveLength(3);
  expect(kinds.filter((kind) => kind === 'floor.give')).toHaveLength(1);
});

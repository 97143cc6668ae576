import type { Page } from '@playwright/test';
import { expect, test } from './desk';
import { Reception } from './reception';

/** Counts what is pressed beside the letters of a name: a volunteer has ten seconds. */
class Fingers {
  keys = 0;

  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  async write(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}

test('the desk’s work by keyboard: walk-ins, doubles, questions, groups', async ({
  page,
  desk,
}) => {
  const event = desk.newEvent(['demo']);
  const { participants } = await desk.stored(event);
  const flagged = participants.find((one) => one.lastName === 'Ovdamearka');
  desk.command(
    event,
    { type: 'event.edit', fields: { askAtCheckIn: ['phone', 'consentPhoto'] } },
    {
      type: 'participant.edit',
      who: flagged?.id,
      fields: { notes: '! Puhuja: mikrofonitestiin', phone: '', sector: 'third' },
    },
  );
  const reception = new Reception(page);
  await reception.open(desk.url, event);
  const name = page.getByRole('textbox', { name: 'Nimi' });
  const options = page.getByRole('option');
  const fingers = new Fingers(page);

  // A house that is known: its sector comes with it.
  await fingers.press('F2');
  await expect(name).toBeFocused();
  await fingers.write('Åse Påhitt');
  await fingers.press('Tab');
  await fingers.write('Mallihoi');
  await expect(options.first()).toContainText('Mallihoiva Oy');
  await fingers.press('ArrowDown');
  await fingers.press('Enter');
  await expect(options).toHaveCount(0);
  await fingers.press('Enter');
  await expect(reception.answer).toContainText('Tervetuloa, Åse Påhitt!');
  expect(fingers.keys).toBe(5);

  // A house that nobody has named yet, and its sector by its number.
  fingers.keys = 0;
  await fingers.press('F2');
  await expect(name).toBeFocused();
  await fingers.write('Nils Tilfälle');
  await fingers.press('Tab');
  await fingers.write('Aivan uusi ry');
  await fingers.press('Tab');
  await fingers.press('3');
  await expect(page.getByRole('button', { name: /kolmas sektori/, pressed: true })).toBeFocused();
  await fingers.press('Enter');
  await expect(reception.answer).toContainText('Tervetuloa, Nils Tilfälle!');
  expect(fingers.keys).toBe(5);

  // What the organiser wants to know is asked of who has come, and stops nobody.
  const ask = page.getByRole('group', { name: /puhelinnumero/ });
  await expect(ask).toBeVisible();
  await expect(reception.search).toBeFocused();
  await page.keyboard.press('F9');
  await expect(ask.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('040 123');
  await page.keyboard.press('Enter');
  const photo = page.getByRole('group', { name: /Saako kuvata/ });
  await expect(photo.getByRole('button', { name: 'kyllä' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(photo).toHaveCount(0);
  await expect(reception.search).toBeFocused();

  // Somebody who is registered after all.
  await page.keyboard.press('F2');
  await expect(name).toBeFocused();
  await page.keyboard.type('elli ovdamea');
  await expect(page.getByText('Onko hän jo ilmoittautunut?')).toBeVisible();
  await page.keyboard.press('F9');
  await expect(reception.answer).toContainText('Tervetuloa, Elli Ovdamearka!');
  await expect(reception.answer).toContainText('Puhuja: mikrofonitestiin');

  // The same name is told before a second record is made; made all the same, it can be joined.
  await page.keyboard.press('F2');
  await expect(name).toBeFocused();
  await page.keyboard.type('Aino Koemäki');
  // An Enter held down is one: it is no second word that this is somebody else.
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(page.getByText('Aino Koemäki on jo luettelossa.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(reception.answer).toContainText('Tervetuloa, Aino Koemäki!');
  await reception.answer.getByRole('button', { name: /^Yhdistä: Aino Koemäki/ }).press('Enter');
  await expect(reception.answer).toContainText('Yhdistetty: Aino Koemäki.');

  // A group picked by keyboard comes in together and goes out together.
  // Picking a filter takes the keyboard away from no name that is typed next.
  await page.getByText('Kaikki', { exact: true }).click();
  await page.keyboard.type('Exempel');
  await expect(reception.search).toHaveValue('Exempel');
  await expect(reception.row('Märta Exempel')).toBeVisible();
  await page.keyboard.press('Insert');
  await page.keyboard.press('Control+Space');
  await expect(page.getByText(/^Valittu 2: /)).toBeVisible();
  await page.keyboard.press('F6');
  await expect(reception.answer).toContainText('2 henkilöä kirjattu sisään.');
  const heads = async () => {
    const { participants: people } = await desk.stored(event);
    return people.filter((one) => one.status === 'present').length;
  };
  expect(await heads()).toBe(6);
  await page.keyboard.press('F8');
  await expect(reception.answer).toContainText('Kumottu.');
  await expect(reception.answer).toContainText(/Ryhmä sisään: .*Märta Exempel/);
  expect(await heads()).toBe(4);

  const { participants: after } = await desk.stored(event);
  expect(after.filter((one) => one.lastName === 'Koemäki' && one.firstName === 'Aino')).toEqual([
    expect.objectContaining({ status: 'present', source: 'registration' }),
  ]);
  expect(after.find((one) => one.lastName === 'Tilfälle')).toMatchObject({
    organisation: 'Aivan uusi ry',
    source: 'walk-in',
  });
  expect(after.find((one) => one.firstName === 'Åse')?.organisation).toBe('Mallihoiva Oy');
});

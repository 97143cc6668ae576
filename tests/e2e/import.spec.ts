import type { Page } from '@playwright/test';
import { expect, test } from './desk';

const HEAD = 'Etunimi;Sukunimi;Sähköposti;Titteli';

const csv = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`;

/** Drops a file, or several, on the middle of the page, as from a file manager. */
async function drop(page: Page, name: string, text: string, more: string[] = []): Promise<void> {
  const carried = await page.evaluateHandle(
    ({ names, contents }) => {
      const data = new DataTransfer();
      for (const one of names) data.items.add(new File([contents], one, { type: 'text/csv' }));
      return data;
    },
    { names: [name, ...more], contents: text },
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: carried });
  await page.dispatchEvent('main', 'drop', { dataTransfer: carried });
}

/** Pastes a table, as it was copied from a text document, where no field takes it. */
async function pasteTable(page: Page, html: string): Promise<void> {
  await page.evaluate((table) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', table);
    clipboardData.setData('text/plain', 'ei näin');
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.body.dispatchEvent(paste);
  }, html);
}

test('a file is dropped, cells are pasted, a conflict is decided, a large file given up, and one undo takes all back', async ({
  page,
  desk,
}) => {
  const event = desk.newEvent(['event', 'create', '--name', 'Kohtaamisia', '--date', '2027-03-27']);
  desk.command(event, {
    type: 'participant.add',
    fields: {
      firstName: 'Tuuli',
      lastName: 'Keksitty',
      email: 'tuuli@malli.example',
      title: 'Johtaja',
    },
    walkIn: false,
    checkIn: false,
  });
  const imports = async () =>
    (await desk.journal(event)).filter(({ kind }) => kind === 'participants.import');
  await page.goto(`${desk.url}#/e/${event}/setup`);
  await expect(page.getByRole('button', { name: 'Valitse tiedosto' })).toBeVisible();

  await test.step('a large file is dropped and given up: nothing of it is there', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `Koe;Näyte ${at};${at}@malli.example;`);
    await drop(page, 'suuri.csv', csv(...many));
    await page.getByRole('button', { name: 'Peruuta', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Valitse tiedosto' })).toBeVisible();
    expect(await imports()).toHaveLength(0);
    expect((await desk.stored(event)).participants).toHaveLength(1);
  });

  await test.step('what is no one table is told in words, and nothing of it is taken', async () => {
    await drop(page, 'yksi.csv', csv('Koe;Näyte;;'), ['toinen.csv']);
    await expect(page.getByText('Tiedostoja on 2. Tuo ne yksi kerrallaan')).toBeVisible();
    await drop(page, 'kuva.csv', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR');
    await expect(page.getByText('ei ole taulukko')).toBeVisible();
    expect(await imports()).toHaveLength(0);
  });

  await test.step('a table pasted from a document is read cell by cell', async () => {
    await pasteTable(
      page,
      '<table><tr><td>Etunimi<td>Sukunimi<td>Sähköposti</tr><tr><td><p>Lumi</p><td>Malli\n Niemi<td>lumi@malli.example</tr></table>',
    );
    await expect(page.getByText('Lumi Malli Niemi')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Tuo 1 henkilö' })).toBeEnabled();
  });

  await test.step('another file takes its place, and its conflict is decided for the file', async () => {
    const rows = ['Tuuli;Keksitty;tuuli@malli.example;Rehtori', 'Sade;Koe;sade@malli.example;'];
    await drop(page, 'lista.csv', csv(...rows, 'Väärä;Osoite;ei osoite;'));
    const take = page.getByRole('button', { name: 'Tiedostossa: Rehtori' });
    await expect(take).toHaveAttribute('aria-pressed', 'false');
    await take.click();
    await expect(take).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('button', { name: 'Tuo 2 henkilöä' }).click();
    await expect(page.getByText('Tuotu: 1 uutta, 1 päivitetty.')).toBeVisible();
    expect(await imports()).toHaveLength(1);
    const names = (await desk.stored(event)).participants.map((one) => one.firstName);
    expect(names.toSorted()).toEqual(['Sade', 'Tuuli']);
  });

  await test.step('one undo takes all of it back', async () => {
    await page.getByRole('button', { name: 'Kumoa', exact: true }).first().click();
    await expect(page.getByText('Tuonti on kumottu')).toBeVisible();
    const names = (await desk.stored(event)).participants.map((one) => one.firstName);
    expect(names).toEqual(['Tuuli']);
  });
});

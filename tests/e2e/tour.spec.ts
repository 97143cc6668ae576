import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './desk';

test('the tour counts an event of two laptops once, and the file of one is merged from the start page', async ({
  page,
  desk,
}) => {
  const make = (name: string) =>
    desk.newEvent(['event', 'create', '--name', name, '--date', '2019-03-27', '--region', name]);
  const walkIn = (event: string, firstName: string) =>
    desk.command(event, {
      type: 'participant.add',
      fields: { firstName, sector: 'public' },
      walkIn: true,
      checkIn: true,
    });
  const kainuu = make('Kainuu');
  walkIn(kainuu, 'Aino');
  walkIn(kainuu, 'Eino');
  walkIn(make('Lappi'), 'Siiri');
  const file = join(desk.dataFolder, 'sali.json');
  desk.verb(['export', '--event', kainuu, '--format', 'json', '--out', file]);
  // The other laptop goes on from the same history: its check-in is in the file alone.
  const document = JSON.parse(await readFile(file, 'utf8'));
  const last = document.facts.at(-1);
  const left = { ...last, id: `7${last.id.slice(1)}`, type: 'participant.left', cmd: 'elsewhere' };
  document.facts.push({ ...left, kind: 'participant.leave' });
  const bytes = Buffer.from(JSON.stringify(document));
  const given = { name: 'sali.json', mimeType: 'application/json', buffer: bytes };

  await page.reload();
  // An event of 2019 was to be kept for 90 days.
  await expect(page.getByText(/säilytysaika päättyi/).first()).toBeVisible();
  await page.getByRole('link', { name: /^Kiertue/ }).click();
  const table = page.getByRole('region', { name: 'Kiertueen taulukko' }).getByRole('row');
  await expect(table).toHaveCount(4);
  await page.getByLabel('Lisää tiedostoja').last().setInputFiles(given);
  await expect(page.getByText('tämä kone + sali.json')).toBeVisible();
  await expect(table).toHaveCount(4);
  await expect(table.last()).toContainText('koko kiertue');
  await expect(table.last().getByRole('cell').nth(3)).toHaveText('3');
  // Counted in only; from here, too, it can be taken in for good.
  await page.getByText(/^sali\.json: miten historiat/).click();
  await page.getByRole('button', { name: 'Yhdistä tämän koneen tilaisuuteen…' }).click();
  await expect(page.getByRole('button', { name: 'Yhdistä tähän tilaisuuteen' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await page.getByRole('checkbox', { name: /^Lappi/ }).uncheck();
  await expect(table.last().getByRole('cell').nth(3)).toHaveText('2');

  await page.getByRole('link', { name: 'Tilaisuuksiin' }).click();
  await page.getByLabel('Valitse tiedosto').last().setInputFiles(given);
  await page.getByRole('button', { name: 'Yhdistä tähän tilaisuuteen' }).click();
  await expect(page.getByTestId('heads')).toContainText('1');
  const { participants } = await desk.stored(kainuu);
  expect(participants.map(({ status }) => status).toSorted()).toEqual(['left', 'present']);
});

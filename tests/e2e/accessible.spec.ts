import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk';
import { Reception } from './reception';

/** Every screen with what shows that it has been drawn. */
const SCREENS = [
  { at: 'e/EVENT/reception', shows: 'Viimeksi tehty' },
  { at: 'e/EVENT/programme', shows: 'Lounas' },
  { at: 'e/EVENT/panel', shows: 'Leena Hyrylä' },
  { at: 'e/EVENT/badges', shows: 'Kyltin kieli' },
  { at: 'e/EVENT/setup', shows: 'Tilaisuuden tiedot' },
  { at: 'e/EVENT/export', shows: 'Excel-taulukko' },
  { at: 'stage/EVENT/speaker', shows: 'Juha Linden' },
  { at: 'stage/EVENT/hall', shows: 'Juha Linden' },
];

/** What axe finds wrong, as short as it can be told. */
async function faults(page: Page, screen: string): Promise<string[]> {
  // The browser's own viewer of PDFs is no page of ours.
  const { violations, passes } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(passes.length).toBeGreaterThan(5);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${screen}: ${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test(`axe finds nothing wrong with any screen, ${colorScheme}`, async ({ page, desk }) => {
      await expect(page.getByRole('heading', { name: 'Tervetuloa' })).toBeVisible();
      const found = await faults(page, 'first run');

      const event = desk.newEvent(['demo']);
      const { participants } = await desk.stored(event);
      const [here, away] = participants.map(({ id }) => id);
      desk.command(
        event,
        { type: 'participant.checkIn', who: here },
        { type: 'participant.cancel', who: away },
      );
      await page.reload();
      await expect(page.getByRole('link', { name: /Etelä-Karjalan Soteuttamo/ })).toBeVisible();
      found.push(...(await faults(page, 'start')));

      await page.goto(`${desk.url}#/e/${event}/panel`);
      await expect(page.getByText('Paneeli ei ole alkanut').first()).toBeVisible();
      await page.keyboard.press('s');
      await page.keyboard.press('2');
      await expect(page.getByRole('button', { name: /Juha Linden.*puhunut/ })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      for (const { at, shows } of SCREENS) {
        await page.goto(`${desk.url}#/${at.replace('EVENT', event)}`);
        await expect(page.getByText(shows).first()).toBeVisible();
        found.push(...(await faults(page, at)));
      }

      const reception = new Reception(page);
      await reception.open(desk.url, event);
      await page.keyboard.type('koemä');
      await page.keyboard.press('Enter');
      await expect(reception.answer).not.toBeEmpty();
      await page.keyboard.press('F2');
      await expect(page.getByRole('textbox', { name: 'Nimi' })).toBeFocused();
      found.push(...(await faults(page, 'reception at work')));
      expect(found.join('\n\n')).toBe('');
    });

    test(`axe finds nothing wrong with any state of the reception, ${colorScheme}`, async ({
      page,
      desk,
    }) => {
      const event = desk.newEvent(['demo']);
      desk.verb(['event', 'pin', '--event', event, '--pin', '4711']);
      desk.command(event, { type: 'event.edit', fields: { askAtCheckIn: ['consentPhoto'] } });
      const found: string[] = [];
      const reception = new Reception(page);
      await reception.open(desk.url, event);
      await page.keyboard.press('F2');
      await expect(page.getByRole('textbox', { name: 'Nimi' })).toBeFocused();
      await page.keyboard.type('Aino Koemäki');
      await page.keyboard.press('Enter');
      await expect(page.getByText('on jo luettelossa')).toBeVisible();
      found.push(...(await faults(page, 'a double name told')));
      await page.keyboard.press('Enter');
      await expect(reception.answer).toContainText('Yhdistä: Aino Koemäki');
      await page.keyboard.type('koemä');
      await page.keyboard.press('Insert');
      await page.keyboard.press('Insert');
      await page.keyboard.press('F3');
      await expect(page.getByText('Onko sama henkilö kahteen kertaan?')).toBeVisible();
      await expect(page.getByRole('group', { name: 'Saako kuvata?' })).toBeVisible();
      found.push(...(await faults(page, 'reception with everything open')));

      await page.goto(`${desk.url}#/door/${event}`);
      await expect(page.getByTestId('door')).toContainText('Lue koodi');
      found.push(...(await faults(page, 'door')));
      for (const [typed, word] of [
        ['Ovdamearka', 'Tervetuloa'],
        ['Ovdamearka', 'Käytetty'],
        ['Eikukaan', 'Tiskille'],
      ] as const) {
        await page.keyboard.type(typed);
        await page.keyboard.press('Enter');
        await expect(page.getByTestId('door')).toContainText(word);
        found.push(...(await faults(page, `door: ${word}`)));
      }

      await reception.open(desk.url, event);
      await page.getByRole('button', { name: 'Lukitse' }).click();
      await expect(page.getByRole('heading', { name: 'Lukittu' })).toBeVisible();
      found.push(...(await faults(page, 'locked')));
      expect(found.join('\n\n')).toBe('');
    });
  });
}

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk';
import { Reception } from './reception';

// Axe looks at every element of a page; on a machine that is busy with other things that takes its time.
test.setTimeout(600_000);

/** What buttons open on a screen. */
interface Opened {
  by: RegExp[];
  shows: string;
}

/** Every screen with what shows that it has been drawn, in as many parts as there are tests of them. */
const SCREENS: Record<string, ReadonlyArray<{ at: string; shows: string; opened?: Opened[] }>> = {
  'the desk': [
    { at: 'e/EVENT/reception', shows: 'Viimeksi tehty' },
    { at: 'e/EVENT/badges', shows: 'Kenelle' },
  ],
  'the programme': [
    {
      at: 'e/EVENT/programme',
      shows: 'Lounas',
      opened: [
        { by: [/^Uusi aikataulu/], shows: 'Miten myöhästyminen otetaan kiinni?' },
        { by: [/^Lavanäytöt/, /^Lisää/], shows: 'Lyhin kesto' },
      ],
    },
  ],
  'the panel': [
    {
      at: 'e/EVENT/panel',
      shows: 'Leena Hyrylä',
      opened: [
        {
          by: [/^Näppäimet/, /^Asetukset/, /^Raportti/, /^\d+\.\d+\.\d+ ?Juha Linden/],
          shows: 'Jaa kahtia',
        },
      ],
    },
  ],
  'the office and the stage': [
    { at: 'e/EVENT/setup', shows: 'Tilaisuuden tiedot' },
    { at: 'e/EVENT/after', shows: 'Teksti tiedotteeseen' },
    { at: 'e/EVENT/export', shows: 'Excel-taulukko' },
    { at: 'stage/EVENT/speaker', shows: 'Juha Linden' },
    { at: 'stage/EVENT/hall', shows: 'Juha Linden' },
  ],
};

/** What axe finds wrong, in words: with everything, or by some of its rules alone. */
async function faultsOf(page: Page, rules: string[] = []): Promise<string[]> {
  // The browser's own viewer of PDFs is no page of ours; without other frames axe needs no page of its own.
  const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode();
  const { violations, passes } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze();
  expect(passes.length).toBeGreaterThan(rules.length > 0 ? 0 : 5);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  );
}

/** Until what was changed is drawn, and has come to rest. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    const moving = document.getAnimations().filter(({ effect }) => {
      const { iterations = 1 } = effect?.getTiming() ?? {};
      return Number.isFinite(iterations);
    });
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });

/** Axe finds nothing wrong with a state of a screen; of the dark look it looks at what differs, the colours. */
async function isFaultless(page: Page, state: string): Promise<void> {
  const look = page.locator('html');
  await settled(page);
  const light = await faultsOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(look).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await settled(page);
  const dark = await faultsOf(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(look).toHaveAttribute('data-mantine-color-scheme', 'light');
  expect.soft({ light, dark }, state).toEqual({ light: [], dark: [] });
}

test.describe('axe finds nothing wrong, light or dark:', () => {
  test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } });

  test('the start, before there is an event and after', async ({ page, desk }) => {
    await expect(page.getByRole('heading', { name: 'Tervetuloa' })).toBeVisible();
    await isFaultless(page, 'first run');
    desk.newEvent(['demo']);
    await page.reload();
    await expect(page.getByRole('link', { name: /Etelä-Karjalan Soteuttamo/ })).toBeVisible();
    await isFaultless(page, 'start');
  });

  for (const [where, screens] of Object.entries(SCREENS)) {
    test(`screens of ${where}, with people here and a panel running`, async ({ page, desk }) => {
      const event = desk.newEvent(['demo']);
      const { participants } = await desk.stored(event);
      const [here, away] = participants.map(({ id }) => id);
      desk.command(
        event,
        { type: 'participant.checkIn', who: here },
        { type: 'participant.cancel', who: away },
      );
      await page.goto(`${desk.url}#/e/${event}/panel`);
      await expect(page.getByText('Paneeli ei ole alkanut').first()).toBeVisible();
      await page.keyboard.press('s');
      await page.keyboard.press('2');
      await expect(page.getByRole('button', { name: /Juha Linden.*puhunut/ })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      for (const { at, shows, opened = [] } of screens) {
        await page.goto(`${desk.url}#/${at.replace('EVENT', event)}`);
        await expect(page.getByText(shows).first()).toBeVisible();
        await isFaultless(page, at);
        for (const { by, shows: open } of opened) {
          for (const name of by) await page.getByRole('button', { name }).first().click();
          await expect(page.getByText(open).first()).toBeVisible();
          await isFaultless(page, `${at} with ${open}`);
        }
      }
    });
  }

  test('the reception with an answer and a walk-in', async ({ page, desk }) => {
    const reception = new Reception(page);
    await reception.open(desk.url, desk.newEvent(['demo']));
    await page.keyboard.type('koemä');
    await page.keyboard.press('Enter');
    await expect(reception.answer).not.toBeEmpty();
    await page.getByRole('button', { name: 'Lukija ja äänet' }).click();
    await expect(page.getByRole('region', { name: 'Lukija ja äänet' })).toBeVisible();
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: 'Nimi', exact: true })).toBeFocused();
    await isFaultless(page, 'reception at work');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Malli');
    await expect(page.getByRole('option').first()).toBeVisible();
    await isFaultless(page, 'suggestions');
  });

  test('the reception with one who has cancelled, a file that cannot be read, and one that can', async ({
    page,
    desk,
  }) => {
    const event = desk.newEvent(['demo']);
    const { participants } = await desk.stored(event);
    const away = participants.find((one) => one.lastName === 'Ovdamearka');
    const who = away?.id;
    desk.command(
      event,
      { type: 'participant.edit', who, fields: { email: 'elli@malli.example', title: 'Johtaja' } },
      { type: 'participant.cancel', who },
    );
    const reception = new Reception(page);
    await reception.open(desk.url, event);
    await page.keyboard.type('Ovdamearka');
    await page.keyboard.press('Enter');
    await expect(reception.answer.getByRole('button', { name: 'Päästä silti' })).toBeVisible();
    await isFaultless(page, 'cancelled');

    await page.goto(`${desk.url}#/e/${event}/setup`);
    const pick = page.locator('input[type=file][accept*=".csv"]');
    const broken = Buffer.from('Etunimi;Sukunimi\n"Aino;Koe\n');
    await pick.setInputFiles({ name: 'auki.csv', mimeType: 'text/csv', buffer: broken });
    await expect(page.getByText('lainausmerkki jää sulkematta')).toBeVisible();
    await isFaultless(page, 'unreadable');

    const rows = [
      'Elli;Ovdamearka;elli@malli.example;Rehtori',
      'Uusi;Koe;;',
      'Väärä;Osoite;ei osoite;',
    ];
    const table = Buffer.from(['Etunimi;Sukunimi;Sähköposti;Titteli', ...rows].join('\n'));
    await pick.setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: table });
    await expect(page.getByRole('button', { name: 'Tiedostossa: Rehtori' })).toBeVisible();
    await page.getByText(/^Sarakkeet/).click();
    await isFaultless(page, 'preview');
  });

  test('the reception with a double name, ticks, questions and details', async ({ page, desk }) => {
    const event = desk.newEvent(['demo']);
    desk.command(event, { type: 'event.edit', fields: { askAtCheckIn: ['consentPhoto'] } });
    const reception = new Reception(page);
    await reception.open(desk.url, event);
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: 'Nimi' })).toBeFocused();
    await page.keyboard.type('Aino Koemäki');
    await page.keyboard.press('Enter');
    await expect(page.getByText('on jo luettelossa')).toBeVisible();
    await isFaultless(page, 'a double name told');
    await page.keyboard.press('Enter');
    await expect(reception.answer).toContainText('Yhdistä: Aino Koemäki');
    await page.keyboard.type('koemä');
    await page.keyboard.press('Insert');
    await page.keyboard.press('Insert');
    await page.keyboard.press('F3');
    await expect(page.getByText('Onko sama henkilö kahteen kertaan?')).toBeVisible();
    await expect(page.getByRole('group', { name: 'Saako kuvata?' })).toBeVisible();
    await isFaultless(page, 'reception with everything open');
  });

  test('the door with each answer', async ({ page, desk }) => {
    await page.goto(`${desk.url}#/door/${desk.newEvent(['demo'])}`);
    await expect(page.getByTestId('door')).toContainText('Lue koodi');
    await isFaultless(page, 'door');
    for (const [typed, word] of [
      ['Ovdamearka', 'Tervetuloa'],
      ['Ovdamearka', 'Käytetty'],
      ['Eikukaan', 'Tiskille'],
    ] as const) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('door')).toContainText(word);
      await isFaultless(page, `door: ${word}`);
    }
  });

  test('the lock, which a reload does not open, and its PIN does', async ({ page, desk }) => {
    const event = desk.newEvent(['demo']);
    desk.verb(['event', 'pin', '--event', event, '--pin', '4711']);
    const reception = new Reception(page);
    await reception.open(desk.url, event);
    await page.getByRole('button', { name: 'Lukitse' }).click();
    const locked = page.getByRole('heading', { name: 'Lukittu' });
    await expect(locked).toBeVisible();
    await isFaultless(page, 'locked');
    await page.reload();
    await expect(locked).toBeVisible();
    await expect(reception.list).toBeHidden();
    await page.goto(`${desk.url}#/e/${event}/export`);
    await expect(locked).toBeVisible();
    await page.keyboard.type('4711');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Excel-taulukko').first()).toBeVisible();
  });
});

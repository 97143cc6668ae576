import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './desk';

/** Six minutes after the first panel of the sample should have begun, on the day of the real event. */
const START = Date.parse('2019-03-27T07:36:00Z');
const SECOND = 1_000;

/** What the report tells in the end, worked out by hand from the turns below. */
const REPORT = [
  ['Riikka Huhtanen-Pitkänen', '5:35', '24 %', '5:48', '96 %', '3', '2:05', '1:51'],
  ['Juha Linden', '5:10', '22 %', '5:48', '89 %', '3', '2:10', '1:43'],
  ['Leena Hyrylä', '5:50', '25 %', '5:48', '101 %', '3', '2:00', '1:56'],
  ['Laura Peuhkuri', '3:40', '16 %', '5:48', '63 %', '2', '2:10', '1:50'],
  ['Terhi Ojanen (poissa)', '1:50', '8 %', '0:00', '–', '2', '1:20', '0:55'],
  ['Myöhäinen <b>Malla</b>', '1:30', '6 %', '5:48', '26 %', '1', '1:30', '1:30'],
  ['Puheenjohtaja', '6:00', '–', '–', '–', '2', '3:00', '3:00'],
  ['Yleisö', '3:00', '–', '–', '–', '3', '1:15', '1:00'],
  ['Hiljaisuus ja tauot', '6:25', '–', '–', '–', '–', '–', '–'],
  ['Yhteensä', '39:00', '–', '–', '–', '–', '–', '–'],
];

async function saved(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFile(await download.path(), 'latin1');
}

// The clocks of the desk's machine are moved by hand, so that every figure is known to the millisecond.
test.use({ shows: START });

test('the panel of South Karelia is led from its late start to its report, through a kill and a sleep', async ({
  page,
  context,
  desk,
  watch,
}) => {
  // The line breaks when the desk is killed, and the page says so to the console.
  watch.expectTrouble(/WebSocket|Failed to load resource|ERR_CONNECTION|net::/);
  const keys = page.keyboard;
  const table = page.getByRole('list', { name: 'Panelistit' });
  const tile = (name: string) =>
    table.getByRole('button', { name: new RegExp(`${name}.*puhunut`) });
  const turns = page.getByRole('region', { name: 'Puhevuorot' }).locator('ol > li');
  const floor = page.getByRole('region', { name: 'Puhevuoro nyt' });
  const pass = (minutes: number, seconds = 0) => desk.pass((minutes * 60 + seconds) * SECOND);
  /** Gives the floor by a key, and waits until the desk has. */
  const give = async (key: string, name: string, turn: number) => {
    await keys.press(key);
    await expect(turns).toHaveCount(turn);
    await expect(turns.first()).toContainText(name);
  };

  await page.getByRole('button', { name: 'Avaa esimerkki' }).click();
  await expect(page).toHaveURL(/#\/e\//);
  const event = await desk.onlyEvent();
  await page.goto(`${desk.url}#/e/${event}/panel`);
  await expect(page.getByText('Paneeli ei ole alkanut').first()).toBeVisible();
  const stage = await context.newPage();
  await stage.goto(`${desk.url}#/stage/${event}/speaker/fi`);
  const shown = stage.locator('[data-state]');
  await expect(shown).toBeVisible();

  await test.step('a device that only leads panels is offered no windows of the desk', async () => {
    const opens = { name: /^(Avaa .+näyttö|Testikuva)$/ };
    await expect(page.getByRole('button', opens)).toHaveCount(4);
    const tablet = await context.newPage();
    await tablet.route('**/api/call', async (route) => {
      if (!route.request().postData()?.includes('"network.me"')) return route.fallback();
      return route.fulfill({ json: { ok: true, value: { role: 'moderator' } } });
    });
    await tablet.goto(`${desk.url}#/e/${event}/panel`);
    await expect(tablet.getByRole('button', { name: 'Pimennä' })).toBeVisible();
    await tablet.waitForLoadState('networkidle');
    await expect(tablet.getByRole('button', opens)).toHaveCount(0);
    await tablet.close();
  });
  await page.bringToFront();

  await test.step('the moderator opens; warnings come with the time', async () => {
    await give('m', 'Puheenjohtaja', 1);
    await pass(3);
    await give('1', 'Riikka', 2);
    await expect(shown).toHaveAttribute('data-state', 'turn-calm');
    await pass(1, 33);
    await expect(floor).toContainText('Loppuu pian');
    await expect(shown).toHaveAttribute('data-state', 'turn-soon');
    await pass(0, 32);
    await expect(floor).toContainText('Yli ajan');
    await expect(shown).toHaveAttribute('data-state', 'turn-over');
    await expect(stage.getByText('Aika on täynnä')).toBeVisible();
  });

  await test.step('more time for one turn, a raised hand, a pause', async () => {
    await keys.press('Shift+3');
    await expect(table.getByRole('button', { name: /Laske käsi: Leena/ })).toBeVisible();
    await give('2', 'Juha', 3);
    await expect(floor).toContainText('/ 2:00');
    await keys.press('+');
    await expect(floor).toContainText('/ 2:30');
    await pass(2, 10);
    await expect(floor).toContainText('Loppuu pian / 2:30');
    await give('3', 'Leena', 4);
    // Who takes the floor has the hand lowered.
    await expect(table.getByRole('button', { name: /Nosta käsi: Leena/ })).toBeVisible();
    await pass(1);
    await keys.press('Space');
    await expect(shown).toHaveAttribute('data-state', 'paused');
    await expect(turns).toHaveCount(5);
    await pass(0, 40);
    await give('Space', 'Leena', 6);
    await pass(0, 50);
  });

  await test.step('two keys put a turn right, and the ledger tells old and new', async () => {
    await give('4', 'Laura', 7);
    await pass(1);
    await keys.press('g');
    await keys.press('5');
    const changed = 'puhuja vaihdettu: Laura Peuhkuri → Terhi Ojanen';
    await expect(turns.first()).toContainText(changed);
    await keys.press('Control+z');
    await expect(turns.first()).not.toContainText(changed);
    await keys.press('g');
    await keys.press('5');
    await expect(turns.first()).toContainText(changed);
    await give('4', 'Laura', 8);
    await keys.press('a');
    await keys.press('2');
    await expect(turns.first()).toContainText('alku siirretty');
    await expect(turns.nth(1)).toContainText('0:30');
  });

  await test.step('the desk is killed in mid-turn; screens come back by themselves and the turn has gone on', async () => {
    await pass(0, 20);
    await desk.killHard();
    await expect(stage.getByText('Ei yhteyttä tiskiin')).toBeVisible();
    desk.stayOff(45 * SECOND);
    await desk.serveAgain();
    await expect(stage.getByText('Ei yhteyttä tiskiin')).toBeHidden();
    await expect(tile('Laura')).toHaveAttribute('aria-pressed', 'true');
    await expect(turns).toHaveCount(8);
    await pass(0, 25);
    await expect(tile('Laura')).toContainText(/2:0\d/);
    await give('1', 'Riikka', 9);
    await pass(0, 10);
    await keys.press('t');
    await keys.press('t');
    await expect(turns).toHaveCount(8);
    await expect(tile('Laura')).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('the machine sleeps in mid-turn; the moderator takes that time out of it', async () => {
    await give('2', 'Juha', 9);
    await pass(0, 30);
    await desk.sleep(300 * SECOND);
    await expect(page.getByText('Tietokone nukkui 5:00')).toContainText('Juha Linden');
    await keys.press('F9');
    await expect(page.getByText('Tietokone nukkui')).toBeHidden();
    await expect(turns).toHaveCount(11);
    await pass(0, 30);
    await expect(tile('Juha')).toContainText(/3:1\d/);
  });

  await test.step('two turns were one', async () => {
    await give('5', 'Terhi', 12);
    await pass(1);
    await give('3', 'Leena', 13);
    await pass(0, 20);
    await keys.press('j');
    await keys.press('5');
    await expect(turns).toHaveCount(12);
    await expect(turns.first()).toContainText('Terhi');
  });

  await test.step('one leaves the table and a late one comes', async () => {
    await give('0', 'Ei kukaan', 13);
    await pass(0, 15);
    await keys.press('p');
    const settings = page.getByRole('region', { name: 'Asetukset' });
    await settings.getByRole('checkbox', { name: /Mukana paneelissa: Terhi/ }).click();
    await expect(table.getByRole('listitem')).toHaveCount(4);
    await settings.getByPlaceholder('Uuden panelistin nimi').fill('Myöhäinen <b>Malla</b>');
    await keys.press('Enter');
    await expect(tile('Malla')).toBeVisible();
    await page.getByRole('heading', { name: 'Puhevuorot' }).click();
    // The legend is at the top; who asks for it further down sees it nevertheless.
    const legend = page.getByRole('region', { name: 'Näppäimet' });
    await keys.press('?');
    await expect(legend).toBeInViewport();
    await keys.press('?');
    await expect(legend).toBeHidden();
    await keys.press('p');
    await expect(settings).toBeHidden();
    await give('5', 'Malla', 14);
    await pass(1, 30);
  });

  await test.step('another round, questions, the end', async () => {
    await give('1', 'Riikka', 15);
    await pass(2);
    await give('2', 'Juha', 16);
    await pass(2);
    await give('3', 'Leena', 17);
    await pass(2);
    await give('4', 'Laura', 18);
    await pass(1, 30);
    await give('q', 'Yleisö', 19);
    await pass(1);
    await give('q', 'Yleisö', 20);
    await expect(floor).toContainText('2 kysymystä');
    await pass(1, 15);
    await give('1', 'Riikka', 21);
    await pass(1, 30);
    await give('q', 'Yleisö', 22);
    await pass(0, 45);
    await give('3', 'Leena', 23);
    await pass(2);
    await give('m', 'Puheenjohtaja', 24);
    await pass(3);
    await give('0', 'Ei kukaan', 25);
    await pass(0, 30);
    await page.getByRole('button', { name: 'Päätä paneeli' }).click();
    await page.getByRole('button', { name: 'Päätä nyt' }).click();
    await expect(page.getByText('Paneeli on päättynyt').first()).toBeVisible();
  });

  await test.step('the report adds up, on the screen and in its files', async () => {
    const report = page.getByRole('region', { name: 'Raportti' });
    const rows = report.getByRole('table').first().locator('tbody tr, tfoot tr');
    await expect(rows).toHaveCount(REPORT.length);
    const told = await rows.evaluateAll((found) =>
      found.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) =>
          cell.textContent?.replace('–ei tiedossa', '').trim(),
        ),
      ),
    );
    expect(told).toEqual(REPORT);
    await expect(report).toContainText('Puheen tasaisuus 0,88');
    await expect(report).toContainText('Kesto 39:00, aikaa oli 39:00.');
    const svg = await saved(page, report.getByRole('button', { name: 'Tallenna SVG' }));
    expect(Buffer.from(svg, 'latin1').toString()).toContain('Myöhäinen &lt;b&gt;Malla&lt;/b&gt;');
    const png = await saved(page, report.getByRole('button', { name: 'Tallenna PNG' }));
    expect(png.slice(1, 4)).toBe('PNG');
    const csv = await saved(page, report.getByRole('button', { name: 'Tallenna CSV' }));
    expect(csv).toContain('Juha Linden;');
  });

  // All that was spoken, asked and silent is the panel's time, to the millisecond.
  const { turns: ledger } = await (await page.request.get(`${desk.url}api/events/${event}`)).json();
  const lengths: number[] = ledger.map(({ ms }: { ms: number }) => ms);
  expect(lengths.reduce((sum, ms) => sum + ms, 0)).toBe(39 * 60 * SECOND);
  const given = (await desk.journal(event)).filter(({ kind }) => kind === 'floor.give');
  expect(given).toHaveLength(23);
});

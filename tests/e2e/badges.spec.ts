import { spawnSync } from 'node:child_process';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk';

/** The words of the PDF that is saved; null where poppler is not installed. */
async function savedWords(page: Page): Promise<string | null> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tallenna PDF' }).click(),
  ]);
  const file = await download.path();
  const { error, stdout } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  return error ? null : stdout;
}

test('what stands on a badge is set beside the PDF, kept with the event and seen at another desk', async ({
  page,
  desk,
  openBrowser,
}) => {
  // A machine that is busy with other things draws slowly.
  test.setTimeout(300_000);
  const slowly = { timeout: 60_000 };
  const event = desk.newEvent(['demo']);
  await page.goto(`${desk.url}#/e/${event}/badges`);
  const pane = page.getByRole('region', { name: 'Tulostettava PDF' });
  // The viewer, or the way to the file where the browser has none.
  const document = pane.locator('iframe[src^="blob:"], a[href^="blob:"]');
  const addressOf = () =>
    document.evaluate((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '');
  await expect(pane).toContainText('48 kylttiä · 5 sivua', slowly);
  const before = await savedWords(page);
  const shown = await addressOf();

  await page.getByRole('tab', { name: 'Sisältö' }).click();
  const list = page.getByRole('group', { name: 'Kyltissä ylhäältä alas' });
  await list.getByRole('checkbox', { name: 'Organisaatio' }).uncheck();
  await list.getByRole('button', { name: 'QR-koodi: ylemmäs' }).press('Enter');
  await expect.poll(addressOf, slowly).not.toBe(shown);
  await expect(pane).toContainText('48 kylttiä · 5 sivua', slowly);
  const after = await savedWords(page);
  if (before !== null && after !== null) {
    expect(before).toContain('Mallihoiva Oy');
    expect(after).not.toContain('Mallihoiva Oy');
    expect(after).toContain('Marjukka');
  }

  const other = await openBrowser();
  await other.goto(`${desk.url}#/e/${event}/badges`);
  await other.getByRole('tab', { name: 'Sisältö' }).click();
  const there = other.getByRole('group', { name: 'Kyltissä ylhäältä alas' });
  await expect(there.getByRole('checkbox', { name: 'Organisaatio' })).not.toBeChecked();
  await expect(there.getByRole('listitem').nth(-2)).toContainText('QR-koodi');
  await there.getByRole('checkbox', { name: 'Tarjoan' }).check();
  await expect(list.getByRole('checkbox', { name: 'Tarjoan' })).toBeChecked(slowly);

  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  );
  expect(faults.join('\n')).toBe('');
});

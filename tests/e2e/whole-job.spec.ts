import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from './desk';
import { pressByKey } from './keyboard';
import { Reception } from './reception';
import { NAKKALAJARVI, PEOPLE, registrationsCsv } from './registrations';

/** People of the sample event. */
const SAMPLE = 48;

const PANELISTS = [
  'Riikka Huhtanen-Pitkänen',
  'Juha Linden',
  'Leena Hyrylä',
  'Laura Peuhkuri',
  'Terhi Ojanen',
];

/** What a press of keys downloads. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}

/** What a tool of poppler says of a PDF; null where it is not installed. */
function poppler(tool: 'pdftotext' | 'pdfinfo', args: readonly string[]): string | null {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (error && 'code' in error && error.code === 'ENOENT') return null;
  if (status !== 0) throw new Error(`${tool} ended with ${status}: ${stderr}`);
  return stdout;
}

test('the whole job of a day is done with the keyboard alone', async ({ page, context, desk }) => {
  test.setTimeout(360_000);
  const reception = new Reception(page);
  const keys = page.keyboard;

  const event = await test.step('open the sample', async () => {
    await expect(page.getByRole('button', { name: 'Avaa esimerkki' })).toBeFocused();
    await keys.press('Enter');
    await expect(reception.search).toBeFocused();
    await expect(reception.heads).toContainText(`/ ${SAMPLE}`);
    return desk.onlyEvent();
  });
  const commits = async (kind: string) =>
    (await desk.journal(event)).filter((commit) => commit.kind === kind);

  await test.step('import the registrations', async () => {
    await keys.press('Alt+5');
    const pick = page.getByRole('button', { name: 'Valitse tiedosto' });
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), pressByKey(page, pick)]);
    await chooser.setFiles({
      name: 'ilmoittautuneet.csv',
      mimeType: 'text/csv',
      buffer: registrationsCsv(),
    });
    const take = page.getByRole('button', { name: `Tuo ${PEOPLE} henkilöä` });
    await expect(take).toBeFocused();
    expect(await commits('participants.import')).toHaveLength(0);
    await keys.press('Enter');
    await expect(page.getByText(`Tuotu: ${PEOPLE} uutta, 0 päivitetty.`)).toBeVisible();
    const [imported] = await commits('participants.import');
    const people = imported?.facts.flatMap((fact) =>
      fact.type === 'participants.imported' ? fact.people : [],
    );
    expect(people).toHaveLength(PEOPLE);
    await pressByKey(page, page.getByRole('link', { name: 'Vastaanottoon' }));
    await expect(reception.heads).toContainText(`/ ${SAMPLE + PEOPLE}`);
  });

  await test.step('find Näkkäläjärvi by typing nakk, and check in', async () => {
    await expect(reception.search).toBeFocused();
    await keys.type('nakk');
    const row = reception.row(NAKKALAJARVI.name);
    await expect(row).toHaveAttribute('aria-current', 'true');
    await expect(row).toContainText('odotetaan');
    await keys.press('Enter');
    await expect(reception.answer).toContainText(`Tervetuloa, ${NAKKALAJARVI.name}!`);
    await expect(row).toContainText(/\d{1,2}\.\d{2}/);
    await expect(row).not.toContainText('odotetaan');
    await expect(reception.heads).toContainText(/^1\//);
    const [checkedIn] = await commits('participant.checkIn');
    expect(checkedIn?.facts).toMatchObject([{ type: 'participant.checkedIn' }]);
  });

  await test.step('take a walk-in and undo it', async () => {
    await keys.press('F2');
    const name = page.getByRole('textbox', { name: 'Nimi' });
    await expect(name).toBeFocused();
    await keys.press('ControlOrMeta+a');
    // At a person's pace: letters and a digit at a scanner's would be a scan.
    await keys.type('Åse Ohikulkija3', { delay: 60 });
    await expect(name).toHaveValue('Åse Ohikulkija');
    await keys.press('Tab');
    await keys.type('Ohikulkijat ry');
    await keys.press('Enter');
    await expect(reception.answer).toContainText('Tervetuloa, Åse Ohikulkija!');
    await expect(reception.heads).toContainText(`2/ ${SAMPLE + PEOPLE + 1}`);
    const [added] = await commits('participant.add');
    expect(added?.facts[0]).toMatchObject({ participant: { source: 'walk-in', sector: 'third' } });

    await keys.press('F8');
    await expect(reception.answer).toContainText('Kumottu.');
    await expect(reception.heads).toContainText(`1/ ${SAMPLE + PEOPLE}`);
    const { participants } = await desk.stored(event);
    expect(participants.filter((one) => one.lastName === 'Ohikulkija')).toEqual([]);
  });

  await test.step('print the badge to PDF', async () => {
    await expect(reception.search).toBeFocused();
    await keys.type('nakk');
    await expect(reception.row(NAKKALAJARVI.name)).toHaveAttribute('aria-current', 'true');
    const badge = await downloaded(page, () => keys.press('F4'));
    const file = await badge.path();
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
    const pages = poppler('pdfinfo', [file]);
    const words = poppler('pdftotext', [file, '-'])?.replace(/\s+/g, ' ');
    if (pages === null || words === undefined) {
      console.log('The words on the badge were not looked at: poppler is not installed.');
    } else {
      expect(pages).toMatch(/^Pages:\s+1$/m);
      expect(words).toContain('Ánne');
      expect(words).toContain('Näkkäläjärvi');
    }
    expect(await commits('badges.printed')).toHaveLength(0);
    await pressByKey(page, page.getByRole('button', { name: 'Tulostui' }));
    await expect.poll(() => commits('badges.printed')).toHaveLength(1);
  });

  const stage = await test.step('start the first panel and open the stage', async () => {
    await keys.press('Alt+3');
    await expect(page.getByText('Paneeli ei ole alkanut').first()).toBeVisible();
    await keys.press('s');
    await expect.poll(() => commits('session.start')).toHaveLength(1);
    const open = page.getByRole('button', { name: 'Avaa puhujien näyttö' });
    const [opened] = await Promise.all([context.waitForEvent('page'), pressByKey(page, open)]);
    await expect(opened.getByText('Sote-toimijoiden rahoituksen').first()).toBeVisible();
    // A page of its own takes the keyboard; the moderator goes back to the panel.
    await page.bringToFront();
    return opened;
  });

  await test.step('hand the floor between the five, and see the stage count', async () => {
    const table = page.getByRole('list', { name: 'Panelistit' });
    const turn = stage.getByRole('timer');
    for (const [at, name] of PANELISTS.entries()) {
      await keys.press(String(at + 1));
      const tile = table.getByRole('button', { name: new RegExp(`${name}.*puhunut`) });
      await expect(tile).toHaveAttribute('aria-pressed', 'true');
      await expect(table.getByRole('button', { pressed: true })).toHaveCount(1);
      await expect(stage.getByText(name).first()).toBeVisible();
      const shown = await turn.textContent();
      await expect(turn).not.toHaveText(shown ?? '');
    }
    expect(await commits('floor.give')).toHaveLength(PANELISTS.length);
    const { turns } = await desk.stored(event);
    expect(new Set(turns.map(({ speaker }) => speaker)).size).toBeGreaterThanOrEqual(
      PANELISTS.length,
    );
    // The stage learns what it shows and nothing more.
    await expect(stage.getByText('vähiten äänessä')).toHaveCount(0);
  });

  await test.step('see what the day came to, and take the report along', async () => {
    await keys.press('Alt+6');
    const came = page.getByRole('definition').first();
    await expect(came).toContainText('1');
    const chart = page.getByRole('img', { name: /^Kuvio: Saapuminen/ });
    await expect(chart).toBeVisible();
    const release = page.getByRole('textbox', { name: 'Teksti tiedotteeseen' });
    await expect(release).toHaveValue(/paikalle 1 osallistujan/);
    await page
      .getByRole('radiogroup', { name: 'Tekstin kieli' })
      .getByRole('radio', { name: 'EN' })
      .focus();
    await keys.press('Space');
    await expect(release).toHaveValue(/had 1 participant/);
    await page.getByRole('button', { name: 'Raportti (PDF)' }).focus();
    const report = await downloaded(page, () => keys.press('Enter'));
    expect(report.suggestedFilename()).toMatch(/^raportti-.*\.pdf$/);
  });

  await test.step('export the event as a workbook', async () => {
    await keys.press('Alt+7');
    const get = page.getByRole('button', { name: 'Lataa: Excel-taulukko' });
    await expect(get).toBeFocused();
    const workbook = await downloaded(page, () => keys.press('Enter'));
    expect(workbook.suggestedFilename()).toMatch(/\.xlsx$/);
    const [sheet] = await readXlsxFile(await workbook.path());
    const [head = [], ...rows] = sheet?.data ?? [];
    expect(rows).toHaveLength(SAMPLE + PEOPLE);
    const column = (name: string) => head.indexOf(name);
    const person = rows.find((row) => row[column('lastName')] === 'Näkkäläjärvi');
    expect(person?.[column('status')]).toBe('present');
    expect(person?.[column('badgesPrinted')]).toBe(1);
  });

  await test.step('load the page anew: everything is still there', async () => {
    await page.reload();
    await expect(reception.heads).toContainText(`1/ ${SAMPLE + PEOPLE}`);
    await keys.press('Alt+3');
    const last = page.getByRole('button', { name: new RegExp(`${PANELISTS.at(-1)}.*puhunut`) });
    await expect(last).toHaveAttribute('aria-pressed', 'true');
    await keys.press('Alt+1');
    await expect(reception.search).toBeFocused();
    await keys.type('nakk');
    await expect(reception.row(NAKKALAJARVI.name)).not.toContainText('odotetaan');
  });
});

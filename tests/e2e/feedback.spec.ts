import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './desk';

test.use({ hasTouch: true, contextOptions: { reducedMotion: 'reduce' } });

const sheetSchema = z.looseObject({
  type: z.literal('feedback.given'),
  feedback: z.object({ source: z.string(), answers: z.record(z.string(), z.unknown()) }),
});

async function isFaultless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('guests give feedback at a kiosk that only the PIN opens, and paper forms are typed in beside it', async ({
  page,
  desk,
}) => {
  const event = desk.newEvent(['demo']);
  desk.verb(['event', 'pin', '--event', event, '--pin', '4711']);
  const given = async () =>
    (await desk.journal(event))
      .flatMap(({ facts }) => facts)
      .flatMap((fact) => sheetSchema.safeParse(fact).data?.feedback ?? []);
  const touch = (name: string) => page.getByRole('button', { name, exact: true }).tap();
  const answer = (question: string, name: string | RegExp) =>
    page.getByRole('group', { name: question }).getByRole('button', { name }).tap();
  const first = page.getByRole('group', { name: 'Kuinka hyödyllinen tilaisuus oli sinulle?' });
  await page.clock.install();
  await page.goto(`${desk.url}#/e/${event}/after`);
  await page.getByRole('button', { name: 'Avaa palautekioski tässä' }).first().tap();
  await expect(first).toBeVisible();
  await isFaultless(page);

  await test.step('in Swedish, by touch', async () => {
    await touch('Svenska');
    await answer('Hur nyttigt var evenemanget för dig?', /^4/);
    await answer('Fick du nya idéer?', /^3/);
    await touch('Nästa');
    await answer('Skulle du rekommendera evenemanget för en kollega?', 'Ja');
    await touch('Nästa');
    await answer('Träffade du en ny samarbetspartner?', 'Ja');
    await page.getByRole('textbox', { name: 'Vad kom ni överens om?' }).fill('Vi ringer');
    await isFaultless(page);
    await touch('Nästa');
    await touch('Skicka');
    await expect(page.getByText('Din respons har sparats anonymt.')).toBeVisible();
    expect(await given()).toEqual([
      {
        source: 'kiosk',
        answers: { usefulness: 4, ideas: 3, recommend: true, met: true, agreed: 'Vi ringer' },
      },
    ]);
    await page.clock.fastForward(8_000);
    // The next guest's sheet: in the desk's language, at its beginning, empty.
    await expect(first).toBeVisible();
    await expect(page.locator('[aria-pressed=true]')).toHaveText(['Suomi']);
  });

  await test.step('who goes away leaves nothing to the next', async () => {
    await first.getByRole('button', { name: /^1/ }).tap();
    await page.clock.fastForward(50_000);
    await expect(page.getByText('Oletko vielä siinä?')).toBeVisible();
    await touch('Jatkan');
    await expect(page.getByText('Oletko vielä siinä?')).toBeHidden();
    await expect(first.getByRole('button', { name: /^1/ })).toHaveAttribute('aria-pressed', 'true');
    await page.clock.fastForward(60_000);
    await expect(page.locator('[aria-pressed=true]')).toHaveText(['Suomi']);
    expect(await given()).toHaveLength(1);
  });

  await test.step('neither another address nor a reload leaves it, the PIN does', async () => {
    for (const elsewhere of [`#/e/${event}/reception`, `#/stage/${event}/hall`, '#/']) {
      await page.evaluate((hash) => void (window.location.hash = hash), elsewhere);
      await expect(page).toHaveURL(new RegExp(`#/kiosk/${event}/feedback$`));
      await expect(first).toBeVisible();
    }
    await page.evaluate((hash) => void (window.location.hash = hash), `#/e/${event}/export`);
    await page.reload();
    await expect(first).toBeVisible();
    await page.keyboard.press('Alt+1');
    await touch('Henkilökunnalle: poistu palautteesta');
    await page.keyboard.type('0000');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'Väärä PIN' })).toBeVisible();
    await isFaultless(page);
    for (const digit of '4711') await touch(digit);
    await touch('Avaa');
    await expect(page.getByRole('heading', { name: 'Palautteen kerääminen' })).toBeVisible();
  });

  await test.step('paper by keyboard, one key an answer', async () => {
    const typing = page.getByRole('region', { name: 'Naputtele paperilomakkeet' });
    await typing.getByRole('textbox').first().focus();
    // At a person's pace: letters and digits at a scanner's would be a scan. The 5 is on no form.
    await page.keyboard.type('523kee', { delay: 90 });
    await expect(typing.getByRole('textbox', { name: /^6\. Mitä sovitte/ })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Hyvä päivä', { delay: 90 });
    await page.keyboard.press('Enter');
    await expect(typing.getByText('1 paperilomake tallennettu')).toBeVisible();
    await expect(typing.getByRole('textbox').first()).toBeFocused();
    expect((await given())[1]).toEqual({
      source: 'paper',
      answers: {
        usefulness: 2,
        ideas: 3,
        recommend: true,
        more: false,
        met: false,
        free: 'Hyvä päivä',
      },
    });
    await expect(page.getByText('Hyvä päivä')).toBeVisible();
    await expect(page.getByText('Vi ringer')).toBeVisible();
    // The figures show both: 4 and 2 of four are 3.
    const figures = page.getByRole('region', { name: 'Palaute', exact: true });
    await expect(figures).toContainText('2 vastausta');
    await typing.getByRole('button', { name: /^Poista: 2 · 3/ }).tap();
    await typing.getByRole('button', { name: 'Poista', exact: true }).tap();
    await expect(typing.getByText('0 paperilomaketta tallennettu')).toBeVisible();
    await expect(page.getByText('Hyvä päivä')).toBeHidden();
  });
});

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { STAGE_VIEWS } from '../../shared/stage/view';
import type { StageViewName } from '../../shared/stage/view';
import { expect, test } from './desk';
import { faultsOf, LONG_NAMES, LONG_TITLE, longEvent } from './longStage';

type Size = (typeof SIZES)[number];

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1024, height: 768 },
];

/** What shows that a view has been drawn with what the desk has told. */
const SHOWN: Record<StageViewName, string> = {
  speaker: LONG_NAMES[0],
  hall: LONG_TITLE,
  backstage: LONG_NAMES[1],
  clock: 'Soteuttamo',
  test: '0123',
};

/** Pictures to look at: NUIJA_STAGE_PICTURES=FOLDER. */
const folder = process.env['NUIJA_STAGE_PICTURES'];

async function look(page: Page, name: string, { width, height }: Size) {
  const picture = `${name} ${width}x${height}`;
  await expect
    .poll(async () => (await faultsOf(page)).map((fault) => `${picture}: ${fault}`))
    .toEqual([]);
  if (folder) await page.screenshot({ path: `${folder}/${picture.replaceAll(' ', '-')}.png` });
}

test('every view of the stage is whole, large and quiet on every display, with the longest names', async ({
  page,
  desk,
}) => {
  // Pictures of eight million pixels take their time without a graphics card.
  test.slow();
  const event = longEvent(desk);
  const api = `${desk.url}api/events/${event}`;
  const { sessions } = await (await page.request.get(api)).json();
  const session: string = sessions[0].id;
  const say = async (command: object) => {
    expect((await page.request.post(`${api}/commands`, { data: { command } })).ok()).toBe(true);
  };
  const open = async (view: StageViewName, language: string, shown = SHOWN[view]) => {
    await page.goto(`${desk.url}#/stage/${event}/${view}/${language}`);
    await expect(page.locator(`[data-stage=${view}]`)).toContainText(shown);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
  };
  const text = 'Siirtykää lähemmäs mikrofonia, kiitos';

  for (const size of SIZES) {
    await page.setViewportSize(size);
    const tight = size.width < 1_920;
    await say({ type: 'floor.give', session, speaker: 'seat0' });
    await say({ type: 'stage.message', text, urgent: true });
    for (const view of STAGE_VIEWS) {
      // Sizes go by the picture's height, so the words of a language need a look in either shape only.
      for (const language of tight ? ['sv', 'en', 'fi'] : ['fi']) {
        await open(view, language);
        await look(page, `${view} ${language}`, size);
      }
      if (size !== SIZES[0]) continue;
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${view}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    if (!tight) continue;
    await say({ type: 'stage.clear' });
    await say({ type: 'floor.pause', session });
    for (const view of ['speaker', 'hall', 'backstage'] as const) {
      await open(view, 'fi', LONG_TITLE);
      await expect(page.getByRole('alert')).toHaveCount(0);
      await look(page, `${view} paused`, size);
    }
  }
});

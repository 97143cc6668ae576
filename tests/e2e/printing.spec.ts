import { delimiter } from 'node:path';
import { FakeCups } from '../../electron/print/testing/fakeCups';
import { expect, test as base } from './desk';
import { Reception } from './reception';
import { RunningDesk } from './runningDesk';

/** A desk whose machine has a print service, of which the test decides what comes out. */
const test = base.extend<{ cups: FakeCups }>({
  cups: async ({ launchOptions: _started }, use) => {
    const cups = await FakeCups.start();
    await use(cups);
    await cups.stop();
  },
  desk: async ({ cups }, use) => {
    const before = process.env.PATH;
    process.env.PATH = `${cups.folder}${delimiter}${before}`;
    const desk = await RunningDesk.open();
    process.env.PATH = before;
    await use(desk);
    await desk.close();
  },
});

test('the desk prints at check-in, tells a jam, and counts what came out, for a tablet too', async ({
  page,
  desk,
  cups,
  openBrowser,
}) => {
  // A machine that is busy with other things takes its time for the first badge.
  test.setTimeout(400_000);
  const slowly = { timeout: 120_000 };
  const event = desk.newEvent(['demo']);
  const printed = async () => {
    const commits = await desk.journal(event);
    return commits.filter(({ kind }) => kind === 'badges.printed').length;
  };
  cups.add('Tarrat');
  cups.first = 5;

  await test.step('a printer is chosen, and badges at every check-in', async () => {
    const ask = { headers: { Authorization: `Bearer ${desk.token}` } };
    const call = async (channel: string, payload: unknown) => {
      const answer = await page.request.post(`${desk.url}api/call`, {
        ...ask,
        data: { channel, payload },
      });
      expect(await answer.json()).toMatchObject({ ok: true });
    };
    await call('print.choose', { layout: 'a4-90x55', printer: 'Tarrat' });
    const fields = { badgeAtCheckIn: 'always' };
    await call('event.command', { event, ask: { command: { type: 'event.edit', fields } } });
  });

  const reception = new Reception(page);
  await reception.open(desk.url, event);
  const told = page.getByRole('region', { name: 'Tulostettavana' });

  await test.step('a jam is told, with what to do', async () => {
    cups.trouble('Tarrat', 'media-jam-error');
    await page.keyboard.type('Koemäki');
    await page.keyboard.press('Enter');
    await expect(reception.answer).toContainText('Tervetuloa, Aino Koemäki!');
    await expect(told.getByRole('alert')).toContainText('Paperi on jumissa: Tarrat', slowly);
    await expect(told).toContainText('Aino Koemäki');
    expect(await printed()).toBe(0);
  });

  await test.step('a tablet’s check-in is printed at the desk and told on both', async () => {
    const tablet = new Reception(await openBrowser({ viewport: { width: 820, height: 1180 } }));
    await tablet.open(desk.url, event);
    await tablet.page.keyboard.type('Ovdamearka');
    await tablet.page.keyboard.press('Enter');
    await expect(told).toContainText('Elli Ovdamearka');
    await expect(tablet.page.getByRole('region', { name: 'Tulostettavana' })).toContainText(
      'jumissa',
    );
    await expect.poll(() => cups.jobs.length, slowly).toBe(2);
    expect(cups.jobs.map((job) => job.printer)).toEqual(['Tarrat', 'Tarrat']);
  });

  await test.step('what came out is counted once, and the strip is gone', async () => {
    cups.trouble('Tarrat', 'none');
    for (const job of cups.jobs) job.state = 9;
    await expect(told).toBeHidden();
    expect(await printed()).toBe(2);
  });

  await test.step('a second badge is asked about once, and undo never means a badge', async () => {
    await page.keyboard.press('F4');
    await page.getByRole('button', { name: 'Hukkui' }).click();
    await expect.poll(() => cups.jobs.length, slowly).toBe(3);
    await expect(told).toContainText('Aino Koemäki');
    cups.printers.delete('Tarrat');
    await expect(told.getByRole('alert')).toContainText('Tulostinta Tarrat ei ole');
    cups.add('Tarrat');
    const [, , third] = cups.jobs;
    if (third) third.state = 9;
    await told.getByRole('button', { name: 'Tuli ulos' }).click();
    await expect(told).toBeHidden();
    expect(await printed()).toBe(3);
    expect((await desk.journal(event)).at(-1)?.facts).toMatchObject([{ again: 'lost' }]);
  });
});

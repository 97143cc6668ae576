import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { expect, test } from './desk';

const eventSchema = z.object({ participants: z.array(z.unknown()) });

/** A folder that stands for a USB stick; the desk is told of it before it starts. */
let stick: string;

test.beforeEach(async () => {
  stick = await mkdtemp(join(tmpdir(), 'nuija-tikku-'));
  process.env['NUIJA_DRIVES'] = stick;
});
test.afterEach(async () => {
  delete process.env['NUIJA_DRIVES'];
  await rm(stick, { recursive: true, force: true });
});

test('an event goes onto a stick, back to how it was, forth again, and is not opened twice', async ({
  page,
  desk,
}) => {
  const event = desk.newEvent(['demo']);
  await page.goto(`${desk.url}#/e/${event}/setup`);
  const backups = page.getByRole('region', { name: 'Varmuuskopiot' });
  await backups.getByRole('button', { name: 'Varmuuskopioi nyt' }).click();
  await expect(backups).toContainText('Varmuuskopio on tehty ja tarkistettu.');
  await backups.getByRole('button', { name: new RegExp(basename(stick)) }).click();
  await expect(backups).toContainText('luettu sieltä takaisin');
  expect(await readdir(join(stick, 'Nuija'))).toHaveLength(1);

  // Through the desk that runs: a process of its own for each look would take most of the time.
  const api = `${desk.url}api/events/${event}`;
  const headers = { Authorization: `Bearer ${desk.token}` };
  const people = async () => eventSchema.parse(await (await fetch(api, { headers })).json());
  const body = JSON.stringify({
    command: { type: 'participant.add', fields: { lastName: 'Myöhäinen' } },
  });
  const added = await fetch(`${api}/commands`, { method: 'POST', headers, body });
  expect(added.status).toBe(200);
  const before = (await people()).participants.length;
  const made = backups.getByRole('listitem').filter({ hasText: 'käsin tehty' });
  await made.getByRole('button', { name: /Palauta varmuuskopio/ }).click();
  await expect(made).toContainText('Nykytilanteesta tehdään ensin varmuuskopio');
  await expect(made.getByRole('button', { name: 'Älä palauta' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(backups).toContainText('Tilaisuus on palautettu');
  expect((await people()).participants).toHaveLength(before - 1);
  await backups.getByRole('button', { name: 'Peru palautus' }).click();
  await expect
    .poll(async () => (await people()).participants.length, { timeout: 30_000 })
    .toBe(before);

  await page.goto(`${desk.url}#/`);
  const found = page.getByRole('list', { name: basename(stick) });
  await found.getByRole('button').click();
  await expect(page.getByText('täällä on enemmän kuin varmuuskopiossa')).toBeVisible();
  await page.getByRole('button', { name: 'Avaa tämän tiskin tilaisuus' }).click();
  await expect(page).toHaveURL(new RegExp(`${event}/reception`));
});

import { rm } from 'node:fs/promises';
import { expect, test } from './desk';
import { CAMERA_FILM, filmBadge } from './fakeCamera';
import { Reception } from './reception';

test.use({
  permissions: ['camera'],
  hasTouch: true,
  launchOptions: [
    async ({ launchOptions }, use) => {
      const camera = [
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${CAMERA_FILM}`,
      ];
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...camera] });
    },
    { scope: 'worker' },
  ],
});

test.afterEach(() => rm(CAMERA_FILM, { force: true }));

/** In the page: the first time somebody has not allowed the camera yet. */
function refuseOnce(): void {
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = () => {
    navigator.mediaDevices.getUserMedia = open;
    return Promise.reject(new DOMException('refused', 'NotAllowedError'));
  };
}

test('a camera reads a badge once at the reception and once at the door, by touch, and is let go when closed', async ({
  page,
  desk,
}) => {
  const event = desk.newEvent(['demo']);
  const [first] = (await desk.stored(event)).participants;
  if (!first) throw new Error('The sample has no people.');
  await filmBadge(first.code);
  const reception = new Reception(page);
  await page.addInitScript(refuseOnce);
  await page.reload();
  await reception.open(desk.url, event);

  await page.getByRole('button', { name: 'Kamera' }).tap();
  await expect(page.getByText('Kameraa ei saa käyttää.')).toBeVisible();
  await page.getByRole('button', { name: 'Yritä uudelleen' }).tap();
  await expect(reception.answer).toContainText(`Tervetuloa, ${first.firstName} ${first.lastName}!`);
  const panel = page.getByRole('region', { name: 'Kamera lukijana' });
  await expect(panel).toContainText('Näytä nimikyltin koodi kehyksessä.');
  const video = panel.locator('video');
  const watched = await video.evaluateHandle((one: HTMLVideoElement) => one.srcObject);
  await panel.getByRole('button', { name: 'Sulje kamera' }).tap();
  await expect(panel).toBeHidden();
  const running = await watched.evaluate((stream) =>
    stream instanceof MediaStream ? stream.getTracks().map((track) => track.readyState) : [],
  );
  expect(running).toEqual(['ended']);

  await page.getByRole('link', { name: 'Ovinäkymä' }).tap();
  await page.getByRole('button', { name: 'Kamera' }).tap();
  await expect(page.getByTestId('door')).toContainText('Käytetty');

  // Held before the camera all the while, it was checked in once.
  const checkedIn = (await desk.journal(event)).filter(
    ({ kind }) => kind === 'participant.checkIn',
  );
  expect(checkedIn).toHaveLength(1);
});

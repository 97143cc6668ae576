import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** More controls than any screen has before the one that is looked for. */
const FAR = 150;

/** Moves the keyboard to a control with Tab alone; fails when Tab never comes there. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeAttached();
  for (let step = 0; step < FAR; step++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${String(control)} in ${FAR} steps`);
}

/** Presses a control with the keyboard alone. */
export async function pressByKey(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

/** How far apart a scanner's characters come, in seconds. */
const SCANNER_GAP = 0.004;

/**
 * A code as a barcode scanner sends it, closed with Enter. Every press carries its own time, so that
 * a busy machine does not turn a scanner into a slow typist.
 */
export async function scan(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const begun = Date.now() / 1000;
  for (const [at, text] of [...code, '\r'].entries()) {
    const key = text === '\r' ? 'Enter' : text;
    const timestamp = begun + at * SCANNER_GAP;
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, timestamp });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp });
  }
  await session.detach();
}

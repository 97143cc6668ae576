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

/** How a scanner is set. */
interface ScannerSettings {
  /** What it closes a code with. */
  end?: 'Enter' | 'Tab';
  /** What the same keys give on this machine's layout, where the scanner believes in another one. */
  typed?: string;
  /** When the scan is to have been made, seconds since the epoch. */
  at?: number;
}

const ENDS = {
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
};

/**
 * A code as a barcode scanner sends it. Every press carries its own time, so that a busy machine does not turn a
 * scanner into a slow typist.
 */
export async function scan(
  page: Page,
  sent: string,
  { end = 'Enter', typed = sent, at: begun = Date.now() / 1000 }: ScannerSettings = {},
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const presses = [...[...sent].map((us, at) => pressOf(us, typed[at] ?? us)), ENDS[end]];
  for (const [at, press] of presses.entries()) {
    const timestamp = begun + at * SCANNER_GAP;
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press, timestamp });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press, timestamp });
  }
  await session.detach();
}

/** Places of keys whose character is another one on a Finnish keyboard. */
const PLACES: Readonly<Record<string, string>> = { '\\': 'Backslash', '+': 'Equal', '#': 'Digit3' };

function pressOf(us: string, text: string) {
  const digitOrLetter = /\d/.test(us) ? `Digit${us}` : `Key${us.toUpperCase()}`;
  const shift = /[A-Z+#]/.test(us) ? 8 : 0;
  return { key: text, text, code: PLACES[us] ?? digitOrLetter, modifiers: shift };
}

/**
 * A scan with nothing between its keys, where no field has the keyboard: the page hears all of them before it does
 * anything else, however busy the machine is. Without an `end` the scanner sends none.
 */
export async function burst(page: Page, code: string, end?: 'Enter' | 'Tab'): Promise<void> {
  await page.evaluate(
    (keys) => {
      for (const key of keys) {
        const place = key.length > 1 ? key : `${/\d/.test(key) ? 'Digit' : 'Key'}${key}`;
        const about = { key, code: place, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new KeyboardEvent('keydown', about));
      }
    },
    [...code, ...(end ? [end] : [])],
  );
}

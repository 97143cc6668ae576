import { dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { say } from './language';
import { safeLink } from './safeLink';

let asking = false;

/**
 * The one way out of the program: an address of the web is handed to the system's browser, once the
 * person has seen it whole and said yes. Anything that is not plain https goes nowhere.
 * @returns whether it was opened
 */
export async function openLink(address: string, window: BrowserWindow | null): Promise<boolean> {
  const link = safeLink(address);
  // A page that asks again and again gets one box, not a hundred.
  if (!link || asking) return false;
  asking = true;
  try {
    const box = {
      type: 'question' as const,
      title: 'Nuija',
      message: say('link.ask'),
      detail: link,
      buttons: [say('link.open'), say('cancel')],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    };
    const { response } = await (window
      ? dialog.showMessageBox(window, box)
      : dialog.showMessageBox(box));
    if (response !== 0) return false;
    await shell.openExternal(link);
    return true;
  } finally {
    asking = false;
  }
}

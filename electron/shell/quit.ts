import { app, BrowserWindow, dialog } from 'electron';
import type { LocalDesk } from '../desk/desk';
import { asDeskError } from '../desk/failure';
import type { Unsaved } from '../desk/eventShelf';
import { say, sayFailure } from './language';
import { log } from './log';
import { showMainWindow } from './windows';

/**
 * Quits only after everything is saved. What cannot be saved is named, and the person decides: try
 * again, go on working, or quit without it.
 */
export function quitWhenSaved(desk: LocalDesk): void {
  let closing = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void leave(desk).then((left) => {
      if (left) return app.exit(0);
      closing = false;
      // It was the closed window that asked to quit: there has to be one to go on in.
      return showMainWindow();
    });
  });
  app.on('window-all-closed', () => app.quit());
}

/** Whether the desk is closed; false when the person wants to stay. */
async function leave(desk: LocalDesk): Promise<boolean> {
  for (;;) {
    const unsaved = await desk.shelf.saveAll();
    if (unsaved.length === 0) break;
    log(`not saved on quitting: ${unsaved.map(({ failure }) => failure.code).join(' ')}`);
    const answer = await askAbout(unsaved);
    if (answer === 'stay') return false;
    if (answer === 'leave') break;
  }
  try {
    await desk.close();
  } catch (error) {
    // Every acknowledged command is in the journal; the database is only made anew at the next start.
    log(`closing: ${asDeskError(error).code}`);
    dialog.showErrorBox('Nuija', sayFailure(error));
  }
  return true;
}

async function askAbout(unsaved: readonly Unsaved[]): Promise<'again' | 'stay' | 'leave'> {
  const box = {
    type: 'warning' as const,
    title: 'Nuija',
    message: say('unsaved.message'),
    detail: unsaved.map(({ name, failure }) => `${name}: ${sayFailure(failure)}`).join('\n\n'),
    buttons: [say('unsaved.again'), say('unsaved.stay'), say('unsaved.leave')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  };
  const window = BrowserWindow.getAllWindows().at(0);
  const { response } = await (window
    ? dialog.showMessageBox(window, box)
    : dialog.showMessageBox(box));
  return (['again', 'stay', 'leave'] as const)[response] ?? 'stay';
}

import { app, dialog } from 'electron';
import type { LocalDesk } from '../desk/desk';
import { asDeskError } from '../desk/failure';

/** Quits only after everything is saved; says so if it cannot be, and quits then all the same: the journal has it. */
export function quitWhenSaved(desk: LocalDesk): void {
  let closing = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    desk
      .close()
      .catch((error: unknown) => dialog.showErrorBox('Nuija', asDeskError(error).message))
      .finally(() => app.exit(0));
  });
  app.on('window-all-closed', () => app.quit());
}

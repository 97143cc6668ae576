import { clipboard, dialog } from 'electron';
import type { LocalDesk } from '../desk/desk';
import { say } from './language';
import { mainWindow } from './windows';

/** Puts the desk's diagnostics on the clipboard, from the menu: also while the page does not answer. */
export async function copyDiagnostics(desk: LocalDesk): Promise<void> {
  clipboard.writeText((await desk.ask('app.diagnostics', {})).text);
  const box = {
    type: 'info' as const,
    title: 'Nuija',
    message: say('diagnostics.copied'),
    detail: say('diagnostics.detail'),
    buttons: [say('ok')],
  };
  const window = mainWindow();
  await (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box));
}

import { join } from 'node:path';
import { app, dialog } from 'electron';
import { asDeskError } from '../desk/failure';
import { serveWindows } from './bridge';
import { lockPages, lockPermissions } from './locks';
import { setMenu } from './menu';
import { announceScheme, servePages } from './protocol';
import { quitWhenSaved } from './quit';
import { chosenDataFolder, startDesk } from './startDesk';
import { showMainWindow } from './windows';

/** Starts the desktop app, or hands over to the one that runs already. */
export function startShell(): void {
  app.enableSandbox();
  announceScheme();
  lockPages();
  if (!app.requestSingleInstanceLock()) return app.quit();
  // Not awaited: an ES module's Electron is ready only after the module has run to its end.
  app.whenReady().then(openShell).catch(giveUp);
}

async function openShell(): Promise<void> {
  lockPermissions();
  servePages(join(import.meta.dirname, '..', 'renderer'));
  setMenu();
  const desk = await startDesk(chosenDataFolder(process.argv, process.env));
  if (!desk) return app.exit(1);
  serveWindows(desk);
  quitWhenSaved(desk);
  const show = () => void showMainWindow().catch(giveUp);
  app.on('second-instance', show);
  app.on('activate', show);
  await showMainWindow();
}

/** Without its window the app is of no use to anyone: says why and ends. What was acknowledged is saved. */
function giveUp(error: unknown): void {
  dialog.showErrorBox('Nuija', asDeskError(error).message);
  app.exit(1);
}

import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { serveWindows } from './bridge';
import { lockPages, lockPermissions } from './locks';
import { setMenu } from './menu';
import { announceScheme, servePages } from './protocol';
import { quitWhenSaved } from './quit';
import { chosenDataFolder, startDesk } from './startDesk';
import { openMainWindow } from './windows';

/** Starts the desktop app, or hands over to the one that runs already. */
export function startShell(): void {
  app.enableSandbox();
  announceScheme();
  lockPages();
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.on('second-instance', showMainWindow);
  // Not awaited: an ES module's Electron is ready only after the module has run to its end.
  void app.whenReady().then(openShell);
}

async function openShell(): Promise<void> {
  lockPermissions();
  servePages(join(import.meta.dirname, '..', 'renderer'));
  setMenu();
  const desk = await startDesk(chosenDataFolder(process.argv, process.env));
  if (!desk) return app.exit(1);
  serveWindows(desk);
  quitWhenSaved(desk);
  await openMainWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void openMainWindow();
  });
}

function showMainWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { serveWindows } from './shell/bridge';
import { lockPages, lockPermissions } from './shell/locks';
import { setMenu } from './shell/menu';
import { announceScheme, servePages } from './shell/protocol';
import { quitWhenSaved } from './shell/quit';
import { chosenDataFolder, startDesk } from './shell/startDesk';
import { openMainWindow } from './shell/windows';

app.enableSandbox();
announceScheme();
lockPages();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showMainWindow);
  // Not awaited here: Electron is ready only after this module has run to its end.
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
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

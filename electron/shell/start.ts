import { join } from 'node:path';
import { app, dialog, shell } from 'electron';
import { z } from 'zod';
import { buildInfo } from '../buildInfo';
import type { LocalDesk } from '../desk/desk';
import { HOME } from './address';
import { serveWindows } from './bridge';
import { commandWords } from './commandWords';
import { copyDiagnostics } from './diagnosis';
import { fileArguments } from './fileArguments';
import { sayFailure, speak } from './language';
import { openLink } from './links';
import { lockNetwork, lockPages, lockPermissions } from './locks';
import { keepMenu } from './menu';
import type { MenuDeeds } from './menuTemplate';
import { chooseFile, hearOpenedFiles, openFilesOn, openLater } from './opening';
import { eventOf, screenAddress } from './pageAddress';
import { announceScheme, servePages } from './protocol';
import { quitWhenSaved } from './quit';
import { remembered } from './shellMemory';
import { chosenDataFolder, startDesk } from './startDesk';
import { mainWindow, showMainWindow } from './windows';

/** What a second start hands over to the one that runs. */
const handedOver = z.object({ open: z.array(z.string().max(10_000)).max(100) });

/** Starts the desktop app, or hands over to the one that runs already. */
export function startShell(): void {
  // From its sources the app is told its own folder first.
  const command = commandWords(process.argv.slice(app.isPackaged ? 1 : 2));
  if (command) return void runCommand(command);
  app.enableSandbox();
  announceScheme();
  lockPages();
  hearOpenedFiles();
  const open = fileArguments(process.argv, process.cwd());
  if (!app.requestSingleInstanceLock({ open })) return app.quit();
  openLater(open);
  // Not awaited: an ES module's Electron is ready only after the module has run to its end.
  app.whenReady().then(openShell).catch(giveUp);
}

/** The same program without a window: one verb of the command line, and its exit code. */
async function runCommand(words: readonly string[]): Promise<void> {
  app.dock?.hide();
  const { runCommandLine } = await import('../cli');
  app.exit(await runCommandLine(words));
}

async function openShell(): Promise<void> {
  lockPermissions();
  lockNetwork();
  servePages(join(import.meta.dirname, '..', 'renderer'));
  speak(remembered().language ?? 'fi');
  const { built } = buildInfo();
  app.setAboutPanelOptions({
    applicationName: 'Nuija',
    applicationVersion: app.getVersion(),
    ...(built && { version: built }),
  });
  const desk = await startDesk(chosenDataFolder(process.argv, process.env));
  if (!desk) return app.exit(1);
  serveWindows(desk);
  quitWhenSaved(desk);
  const show = () => void showMainWindow().catch(giveUp);
  app.on('second-instance', (_event, _words, _folder, data) => {
    const handed = handedOver.safeParse(data);
    show();
    if (handed.success && handed.data.open.length > 0) openLater(handed.data.open);
  });
  app.on('activate', show);
  keepMenu(desk, deedsOn(desk));
  const event = await openFilesOn(desk);
  await showMainWindow(event ? screenAddress(event, 'reception') : undefined);
}

/** What the menu's items do. */
function deedsOn(desk: LocalDesk): MenuDeeds {
  const go = (address: string) => void showMainWindow(address).catch(giveUp);
  const { releases } = buildInfo();
  return {
    toStart: () => go(`${HOME}#/`),
    openFile: () => void chooseFile(),
    openEvent: (id) => go(screenAddress(id, 'reception')),
    goTo: (screen) => {
      const event = eventOf(mainWindow()?.webContents.getURL() ?? '');
      if (event) go(screenAddress(event, screen));
    },
    copyDiagnostics: () => void copyDiagnostics(desk),
    showLogs: () => void shell.openPath(app.getPath('logs')),
    ...(releases && { lookForNewVersion: () => void openLink(releases, mainWindow()) }),
  };
}

/** Without its window the app is of no use to anyone: says why and ends. What was acknowledged is saved. */
function giveUp(error: unknown): void {
  dialog.showErrorBox('Nuija', sayFailure(error));
  app.exit(1);
}

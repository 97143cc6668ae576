import { basename } from 'node:path';
import { app, dialog } from 'electron';
import type { LocalDesk } from '../desk/desk';
import { asDeskError } from '../desk/failure';
import { BACKUP_FILES, EVENT_FILES } from './fileArguments';
import { say, sayFailure } from './language';
import { log } from './log';
import { takeIn } from './openFiles';
import { screenAddress } from './pageAddress';
import { mainWindow, showMainWindow } from './windows';

/** Files that somebody wants opened before there is a desk to open them. */
let waiting: string[] = [];
let openNow: ((files: readonly string[]) => Promise<void>) | null = null;

/** Has to run before the app is ready: macOS names the file of a double click that early. */
export function hearOpenedFiles(): void {
  app.on('open-file', (event, file) => {
    event.preventDefault();
    openLater([file]);
  });
}

/** Opens files now, or once the desk is there. */
export function openLater(files: readonly string[]): void {
  if (openNow) void openNow(files);
  else waiting = [...waiting, ...files];
}

/** From now on files are opened at once; answers the event of those that were waiting. */
export async function openFilesOn(desk: LocalDesk): Promise<string | null> {
  openNow = async (files) => {
    const event = await takeAllIn(desk, files);
    await showMainWindow(event ? screenAddress(event, 'reception') : undefined);
  };
  const files = waiting;
  waiting = [];
  return takeAllIn(desk, files);
}

/** Takes files in one after the other; says which could not be, and answers the last event. */
async function takeAllIn(desk: LocalDesk, files: readonly string[]): Promise<string | null> {
  let event: string | null = null;
  for (const file of files) {
    try {
      event = await takeIn(desk, file);
      app.addRecentDocument(file);
    } catch (error) {
      log(`a file could not be opened: ${asDeskError(error).code}`);
      const message = say('openFile.failed', { file: basename(file) });
      dialog.showErrorBox(message, sayFailure(error));
    }
  }
  return event;
}

/** Has the person choose a file to open. */
export async function chooseFile(): Promise<void> {
  const endings = [...EVENT_FILES, ...BACKUP_FILES].map((end) => end.slice(1));
  const choice = {
    properties: ['openFile' as const],
    filters: [{ name: say('file.kind'), extensions: endings }],
  };
  const window = mainWindow();
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, choice)
    : dialog.showOpenDialog(choice));
  openLater(filePaths);
}

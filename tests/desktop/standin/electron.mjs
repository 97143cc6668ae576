/** The `electron` module of the stand-in: exactly what the shell uses, anything else is an error. */
import { app } from './app.mjs';
import { BrowserWindow } from './browserWindow.mjs';
import { clipboard } from './clipboard.mjs';
import { dialog } from './dialog.mjs';
import { ipcMain } from './ipcMain.mjs';
import { Menu } from './menu.mjs';
import { powerSaveBlocker } from './powerSaveBlocker.mjs';
import { protocol } from './protocol.mjs';
import { screen } from './screen.mjs';
import { session } from './session.mjs';
import { shell } from './shell.mjs';

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
};

/** For `require('electron')`, and for what tests run in the main process. */
const electron = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
};
/** What Electron itself does not have in the main process. */
const elsewhere = new Set(['ipcRenderer', 'contextBridge', 'webFrame']);

const all = new Proxy(electron, {
  get(target, property) {
    if (property in target || typeof property === 'symbol') {
      return target[property];
    }
    if (elsewhere.has(property)) return undefined;
    throw new Error(`the stand-in does not know electron.${property}`);
  },
});
export default all;

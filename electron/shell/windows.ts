import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import type { BrowserWindowConstructorOptions, Display } from 'electron';
import { HOME } from './address';
import { trust } from './senders';

/** Every window: sandboxed, isolated, without Node, with our preload and nothing else. */
const shut = (): BrowserWindowConstructorOptions => ({
  show: false,
  backgroundColor: '#10181c',
  webPreferences: {
    preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    // The viewer that shows the badges' PDF is a built-in plug-in.
    plugins: true,
  },
});

/** The desk's own window. */
export async function openMainWindow(): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    ...shut(),
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 560,
    title: 'Nuija',
  });
  trust(window.webContents, 'desk');
  window.once('ready-to-show', () => window.show());
  await window.loadURL(HOME);
  return window;
}

/** A stage screen, full-screen on the given display. It may only see the stage. */
export async function openStageWindow(display: Display, hash: string): Promise<BrowserWindow> {
  const { x, y, width, height } = display.bounds;
  const window = new BrowserWindow({
    ...shut(),
    x,
    y,
    width,
    height,
    frame: false,
    title: 'Nuija',
  });
  trust(window.webContents, 'stage');
  window.once('ready-to-show', () => {
    window.show();
    window.setFullScreen(true);
  });
  await window.loadURL(`${HOME}${hash}`);
  return window;
}

/** The display of this id, if it is connected. */
export function displayOf(id: string): Display | undefined {
  return screen.getAllDisplays().find((one) => String(one.id) === id);
}

import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
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

let main: BrowserWindow | null = null;

/**
 * Shows the desk's own window, and opens it when it is not there. With it the app ends, stage
 * screens included: those have no frame to close them by.
 */
export async function showMainWindow(): Promise<void> {
  if (main) {
    if (main.isMinimized()) main.restore();
    main.focus();
    return;
  }
  const window = new BrowserWindow({
    ...shut(),
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 560,
    title: 'Nuija',
  });
  main = window;
  trust(window.webContents, 'desk');
  window.once('ready-to-show', () => window.show());
  window.once('closed', () => {
    main = null;
    app.quit();
  });
  await window.loadURL(HOME).catch((error: unknown) => {
    // Closed before it was there: somebody has changed their mind.
    if (!window.isDestroyed()) throw error;
  });
}

/** A stage screen, full-screen on the given display. It may only see the stage. */
export function openStageWindow(display: Display): BrowserWindow {
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
  return window;
}

/** The display of this id, if it is connected. */
export function displayOf(id: string): Display | undefined {
  return screen.getAllDisplays().find((one) => String(one.id) === id);
}

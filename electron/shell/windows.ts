import { app, BrowserWindow, screen } from 'electron';
import type { Display } from 'electron';
import { HOME } from './address';
import { recoverDesk, recoverStage } from './recovery';
import { trust } from './senders';
import { remember, remembered } from './shellMemory';
import { shutWindow } from './windowOptions';
import { placeOn } from './windowPlace';

/** A window that is moved is remembered once it has stood still for so long, ms. */
const STILL_MS = 400;

let main: BrowserWindow | null = null;
const pageListeners = new Set<(address: string) => void>();

/** Hears of every address that the desk's own window shows, also of those within one page. */
export function onMainPage(listener: (address: string) => void): void {
  pageListeners.add(listener);
}

/** The desk's own window, while there is one. */
export const mainWindow = (): BrowserWindow | null => main;

/**
 * Shows the desk's own window, and opens it when it is not there; `address` is what it then shows.
 * With it the app ends, stage screens included: those have no frame to close them by.
 */
export async function showMainWindow(address?: string): Promise<void> {
  if (main) {
    if (main.isMinimized()) main.restore();
    main.focus();
    if (address) await load(main, address);
    return;
  }
  const { maximised, ...place } = placeOn(screen.getAllDisplays(), remembered().window);
  const window = new BrowserWindow({
    ...shutWindow(),
    ...place,
    minWidth: 800,
    minHeight: 560,
    title: 'Nuija',
  });
  main = window;
  trust(window.webContents, 'desk');
  recoverDesk(window);
  rememberPlace(window);
  const tell = () => {
    for (const listener of pageListeners) listener(window.webContents.getURL());
  };
  window.webContents.on('did-navigate', tell);
  window.webContents.on('did-navigate-in-page', tell);
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  window.once('closed', () => {
    main = null;
    app.quit();
  });
  await load(window, address ?? HOME);
}

async function load(window: BrowserWindow, address: string): Promise<void> {
  await window.loadURL(address).catch((error: unknown) => {
    // Closed before it was there: somebody has changed their mind.
    if (!window.isDestroyed()) throw error;
  });
}

function rememberPlace(window: BrowserWindow): void {
  let moving: NodeJS.Timeout | undefined;
  const note = () => {
    clearTimeout(moving);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    const { x, y, width, height } = window.getNormalBounds();
    remember({ window: { x, y, width, height, maximised: window.isMaximized() } });
  };
  const soon = () => {
    clearTimeout(moving);
    moving = setTimeout(note, STILL_MS);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', note);
}

/** A stage screen, full-screen on the given display. It may only see the stage. */
export function openStageWindow(display: Display): BrowserWindow {
  const { x, y, width, height } = display.bounds;
  const window = new BrowserWindow({
    ...shutWindow(),
    x,
    y,
    width,
    height,
    frame: false,
    title: 'Nuija',
  });
  trust(window.webContents, 'stage');
  recoverStage(window);
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

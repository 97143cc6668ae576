import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { say } from './language';
import { log } from './log';
import { stageWait, Tries } from './tries';

/**
 * Loads the desk's window again when its page has crashed: what was typed comes back from the desk
 * (`event.draft`). Where it breaks again and again, and where it only hangs, a person decides.
 */
export function recoverDesk(window: BrowserWindow): void {
  const tries = new Tries();
  let asking = false;
  const contents = window.webContents;
  const reload = () => {
    if (!window.isDestroyed()) contents.reload();
  };
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log(`the desk's page is gone: ${reason} ${exitCode}`);
    // Not from within the event: the page is not quite gone yet.
    if (tries.again(Date.now())) setImmediate(reload);
    else if (!asking) void ask();
  });
  const ask = async () => {
    asking = true;
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: 'Nuija',
      message: say('crash.message'),
      detail: say('crash.detail'),
      buttons: [say('crash.again'), say('quit')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    asking = false;
    if (response === 1) return app.quit();
    tries.forget();
    reload();
  };
  recoverHanging(window);
}

/** A page that does not answer is loaded again once the person has had enough of waiting. */
function recoverHanging(window: BrowserWindow): void {
  let asked: AbortController | null = null;
  window.on('unresponsive', async () => {
    if (asked) return;
    log("the desk's page does not answer");
    asked = new AbortController();
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: 'Nuija',
      message: say('hang.message'),
      detail: say('hang.detail'),
      buttons: [say('hang.wait'), say('hang.again')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: asked.signal,
    });
    const came = asked.signal.aborted;
    asked = null;
    // Ended first: a page that hangs would not let itself be loaded again.
    if (response === 1 && !came && !window.isDestroyed()) {
      window.webContents.forcefullyCrashRenderer();
    }
  });
  window.on('responsive', () => asked?.abort());
}

/** Nobody sits at a stage screen: it is loaded again by itself, however often, and asks nothing. */
export function recoverStage(window: BrowserWindow): void {
  const contents = window.webContents;
  const tries = new Tries();
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log(`a stage's page is gone: ${reason} ${exitCode}`);
    tries.again(Date.now());
    setTimeout(() => {
      if (!window.isDestroyed()) contents.reload();
    }, stageWait(tries.lately));
  });
  window.on('unresponsive', () => {
    log("a stage's page does not answer");
    contents.forcefullyCrashRenderer();
  });
}

import { join } from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';

/**
 * Every window: sandboxed, isolated, without Node, with our preload and nothing else. What Electron's
 * checklist warns of is written out although most of it is the default: a default may change.
 */
export function shutWindow(): BrowserWindowConstructorOptions {
  return {
    show: false,
    backgroundColor: '#10181c',
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      ...SHUT,
    },
  };
}

/** A badge's own window: without preload, so that it has nothing to say to the desk. */
export const SHUT = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
  webviewTag: false,
  navigateOnDragDrop: false,
  // Its dictionaries would be fetched over the network.
  spellcheck: false,
  // The viewer that shows the badges' PDF is a built-in plug-in.
  plugins: true,
} as const;

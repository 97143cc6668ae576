import { EventEmitter } from 'node:events';
import { chromium } from './chromium.mjs';
import { known } from './known.mjs';

let onRequest = null;
let onCheck = null;

let onBefore = null;

const webRequest = known('webRequest', {
  onBeforeRequest(listener) {
    onBefore = listener;
  },
});

class Session extends EventEmitter {
  webRequest = webRequest;
  spellChecker = true;

  setPermissionRequestHandler(handler) {
    onRequest = handler;
  }
  setPermissionCheckHandler(handler) {
    onCheck = handler;
  }
  setSpellCheckerEnabled(on) {
    this.spellChecker = on;
  }
  isSpellCheckerEnabled() {
    return this.spellChecker;
  }
}

const defaultSession = known('session.defaultSession', new Session());

export const session = known('session', { defaultSession });

/**
 * Whether the shell refuses a request.
 * @param {{ url: string, method: string, resourceType: string }} details in the shell's form
 * @returns {Promise<boolean>}
 */
export async function isCancelled(details) {
  if (!onBefore) return false;
  const { cancel = false } = await new Promise((answer) => onBefore(details, answer));
  return cancel;
}

/** Chromium's names of permissions, and what Electron asks its handlers for each of them. */
const permissions = [
  { name: 'camera', permission: 'media', mediaType: 'video' },
  { name: 'microphone', permission: 'media', mediaType: 'audio' },
  { name: 'geolocation', permission: 'geolocation' },
  { name: 'notifications', permission: 'notifications' },
  { name: 'midi', permission: 'midi' },
  { name: 'clipboard-read', permission: 'clipboard-read' },
  { name: 'clipboard-write', permission: 'clipboard-sanitized-write' },
];

/**
 * Chromium cannot ask while a page runs, so before each page the handlers are asked for everything and
 * their answers set for its origin. Without a handler Electron grants.
 * @param {object} contents
 * @param {{ url: string, origin: string, shownOrigin: string }} page in the shell's form and Chromium's
 */
export async function settlePermissions(contents, { url, origin, shownOrigin }) {
  for (const { name, permission, mediaType } of permissions) {
    const details = { requestingUrl: url, isMainFrame: true, securityOrigin: origin };
    const granted =
      !onRequest ||
      (await new Promise((answer) => {
        const media = mediaType && { mediaTypes: [mediaType] };
        onRequest(contents, permission, answer, { ...details, ...media });
      }));
    const checked =
      !onCheck ||
      onCheck(contents, permission, origin, { ...details, ...(mediaType && { mediaType }) });
    await chromium().ask('Browser.setPermission', {
      permission: { name },
      setting: granted && checked ? 'granted' : 'denied',
      origin: shownOrigin,
    });
  }
}

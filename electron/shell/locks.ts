import { app, session } from 'electron';
import type { WebContents } from 'electron';
import { isOurs } from './address';
import { roleOf } from './senders';

/**
 * What a page of ours may ask of the machine: the camera, to scan codes; a stage screen that fills
 * its display and stays lit.
 */
const ALLOWED_PERMISSIONS = new Set(['media', 'fullscreen', 'screen-wake-lock']);

/** Chromium's own viewer, which shows a PDF in frames of this address. */
const PDF_VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

/** Badges are shown from blob: addresses that a page of ours has made. */
const isBadge = (address: string) =>
  address.startsWith('blob:') && isOurs(address.slice('blob:'.length));

interface Going {
  url: string;
  isMainFrame: boolean;
}

/** A window that may talk to the desk stays on our pages; a badge goes in a frame or a window of its own. */
function mayGo(contents: WebContents, { url, isMainFrame }: Going): boolean {
  if (isOurs(url)) return true;
  if (isMainFrame) return isBadge(url) && roleOf(contents) === null;
  return isBadge(url) || url.startsWith(PDF_VIEWER);
}

/** Keeps every page where it is: no other address, no web view, no further window but a badge's. */
export function lockPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    // Fired for the main frame as well: 'will-navigate' would only say the same again.
    contents.on('will-frame-navigate', (event) => {
      if (!mayGo(contents, event)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) =>
      isBadge(url) && roleOf(contents) === 'desk'
        ? {
            action: 'allow',
            // No preload: such a window has nothing to say to the desk.
            overrideBrowserWindowOptions: { webPreferences: { sandbox: true, plugins: true } },
          }
        : { action: 'deny' },
    );
  });
}

/** Has to run once the app is ready. Of the camera and the microphone only the camera is given. */
export function lockPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const heard = 'mediaTypes' in details && details.mediaTypes?.includes('audio') === true;
    answer(ALLOWED_PERMISSIONS.has(permission) && !heard && isOurs(details.requestingUrl));
  });
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) =>
      ALLOWED_PERMISSIONS.has(permission) && mediaType !== 'audio' && isOurs(origin),
  );
}

import { app, BrowserWindow, session } from 'electron';
import type { WebContents } from 'electron';
import { isOurs, SCHEME } from './address';
import { openLink } from './links';
import { mayHave } from './permissions';
import { roleOf } from './senders';
import { SHUT } from './windowOptions';

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
    contents.setWindowOpenHandler(({ url }) => {
      const fromDesk = roleOf(contents) === 'desk' && isOurs(contents.getURL());
      if (fromDesk && isBadge(url)) {
        return { action: 'allow', overrideBrowserWindowOptions: { webPreferences: { ...SHUT } } };
      }
      // Asked only now, and only if it may be; the page gets no window in any case.
      if (fromDesk) void openLink(url, BrowserWindow.fromWebContents(contents));
      return { action: 'deny' };
    });
  });
}

/** Schemes whose contents come from this program: pages, badges, Chromium's own PDF viewer and tools. */
const INSIDE = new Set([
  `${SCHEME}:`,
  'blob:',
  'data:',
  'chrome-extension:',
  'chrome:',
  'devtools:',
]);

/**
 * Has to run once the app is ready. Whatever a page, a viewer or Chromium itself asks of the network
 * is refused: Nuija has nothing to ask there. Only what a page of ours has made can be saved as a file.
 */
export function lockNetwork(): void {
  const { defaultSession } = session;
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !URL.canParse(url) || !INSIDE.has(new URL(url).protocol) }),
  );
  defaultSession.setSpellCheckerEnabled(false);
  defaultSession.on('will-download', (event, item) => {
    const from = item.getURL();
    if (!isBadge(from) && !isOurs(from)) event.preventDefault();
  });
}

/** Has to run once the app is ready. Both, what is asked for and what is looked up, go by `mayHave`. */
export function lockPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const sound = 'mediaTypes' in details && details.mediaTypes?.includes('audio') === true;
    answer(mayHave(permission, details.requestingUrl, sound));
  });
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) =>
    mayHave(permission, origin, mediaType === 'audio'),
  );
}

import { fromChromium, ownScheme } from './address.mjs';
import { preventable } from './event.mjs';
import { judge } from './judged.mjs';
import { answerTo } from './protocol.mjs';
import { isCancelled, settlePermissions } from './session.mjs';
import { willOpen } from './targets.mjs';

/**
 * Lets the shell judge where a page goes, and answers its requests: each one is held until the
 * events that Electron would fire have been heard.
 * @param {import('./webContents.mjs').WebContents} contents
 * @param {(method: string, listener: (params: any) => void) => void} on
 */
export function watchNavigation(contents, on) {
  const { frames } = contents;
  on('Fetch.requestPaused', (paused) => {
    // The page may be gone before it is answered.
    answerRequest(contents, paused).catch((error) => {
      if (!contents.isDestroyed() && !/Invalid InterceptionId/.test(error.message)) throw error;
    });
  });
  on('Page.frameAttached', ({ frameId, parentFrameId }) => {
    judge(frameId, true);
    frames.navigated({ id: frameId, parentId: parentFrameId, url: 'about:blank' });
  });
  on('Page.frameNavigated', ({ frame }) => {
    frames.navigated(frame);
    if (!frames.isTop(frame.id)) return;
    contents.emit('-committed', frame.loaderId);
    contents.emit('did-navigate', {}, contents.getURL());
  });
  on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    frames.within(frameId, url);
    contents.emit('did-navigate-in-page', {}, fromChromium(url), frames.isTop(frameId));
  });
  on('Page.lifecycleEvent', ({ name, loaderId }) => {
    if (name === 'load') frames.loaded.add(loaderId);
  });
  on('Page.windowOpen', ({ url }) => willOpen(contents, url));
  // An address that no request is made for; it can be judged, and undone at once.
  on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    if (disposition !== 'currentTab' || !url.startsWith('blob:')) return;
    if (!mayNavigate(contents, frameId, fromChromium(url))) void contents.ask('Page.stopLoading');
  });
}

const fire = (contents, name, frameId, url) => {
  const isMainFrame = contents.frames.isTop(frameId);
  const event = preventable({ url, isMainFrame, frame: contents.frames.of(frameId) });
  contents.emit(name, event, url);
  return !event.defaultPrevented;
};

function mayNavigate(contents, frameId, url) {
  if (!fire(contents, 'will-frame-navigate', frameId, url)) return false;
  return !contents.frames.isTop(frameId) || fire(contents, 'will-navigate', frameId, url);
}

/** Whether a document may be loaded; what the main process itself loads is not asked about. */
function mayLoad(contents, { frameId, redirectedRequestId }, url) {
  if (redirectedRequestId) return fire(contents, 'will-redirect', frameId, url);
  const own = contents.frames.isTop(frameId) && contents.loading !== null;
  if (own) {
    contents.loading = null;
    return true;
  }
  return mayNavigate(contents, frameId, url);
}

async function answerRequest(contents, paused) {
  const { requestId, request, resourceType, frameId } = paused;
  const url = fromChromium(`${request.url}${request.urlFragment ?? ''}`);
  if (await isCancelled({ url, method: request.method, resourceType })) {
    return contents.ask('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  }
  if (resourceType === 'Document') {
    if (!mayLoad(contents, paused, url)) {
      return contents.ask('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    }
    if (contents.frames.isTop(frameId)) await settle(contents, url, request.url);
  }
  const scheme = ownScheme(url);
  const asked = { ...request, url: fromChromium(request.url) };
  const answer = scheme ? await answerTo(scheme, asked) : null;
  if (answer) return contents.ask('Fetch.fulfillRequest', { requestId, ...answer });
  return contents.ask('Fetch.continueRequest', { requestId });
}

async function settle(contents, url, shown) {
  const { protocol, origin: shownOrigin } = new URL(shown);
  if (!protocol.startsWith('http')) return;
  await settlePermissions(contents, { url, origin: fromChromium(shownOrigin), shownOrigin });
}

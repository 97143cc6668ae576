import { chromium } from './chromium.mjs';

/**
 * Electron makes a window only after its handler has allowed it; Chromium makes the page first and
 * another debugger may let it run. So every document is held here, above all pages, until the frame
 * that asks for it is known to be in a window that may be: nothing of a denied page leaves the machine.
 */

/** @type {Map<string, boolean>} verdicts by the frame they are about; the top frame has its target's number */
const verdicts = new Map();
/** @type {Map<string, string[]>} requests that wait for a verdict, by frame */
const held = new Map();

/** Has to be said before any window is made. */
export async function holdUnjudged() {
  chromium().on('Fetch.requestPaused', ({ requestId, frameId }) => {
    const verdict = verdicts.get(frameId);
    if (verdict !== undefined) letGo(requestId, verdict);
    else held.set(frameId, [...(held.get(frameId) ?? []), requestId]);
  });
  const patterns = [{ urlPattern: '*', resourceType: 'Document' }];
  await chromium().ask('Fetch.enable', { patterns });
}

/**
 * A frame may ask for documents, or may not.
 * @param {string} frameId
 * @param {boolean} may
 */
export function judge(frameId, may) {
  verdicts.set(frameId, may);
  for (const requestId of held.get(frameId) ?? []) letGo(requestId, may);
  held.delete(frameId);
}

function letGo(requestId, may) {
  const answer = may
    ? chromium().ask('Fetch.continueRequest', { requestId })
    : chromium().ask('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  // Whoever asked may be gone before the answer.
  answer.catch((error) => {
    if (!/Invalid InterceptionId|Chromium is gone/.test(error.message)) throw error;
  });
}

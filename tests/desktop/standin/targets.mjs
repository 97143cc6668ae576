import { chromium } from './chromium.mjs';

/** @type {Map<string, string>} sessions by the target they belong to */
const sessions = new Map();
/** @type {Map<string, (sessionId: string) => void>} */
const waiting = new Map();
/** Targets that a page has opened by itself, by the order to open them. */
const opening = [];

/** @type {(order: { contents: any, url: string }, opened: { sessionId: string, targetId: string }) => void} */
let pageOpened = () => {};

/** Who takes care of a page that a page has opened. */
export const onPageOpened = (listener) => (pageOpened = listener);

/** Has to be said before any window is made: every new page waits until somebody has looked at it. */
export function watchTargets() {
  chromium().on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const { type, targetId } = targetInfo;
    if (type !== 'page') {
      void chromium().ask('Runtime.runIfWaitingForDebugger', {}, sessionId);
      return;
    }
    sessions.set(targetId, sessionId);
    const wanted = waiting.get(targetId);
    if (wanted) return wanted(sessionId);
    const order = opening.shift();
    if (order) pageOpened(order, { sessionId, targetId });
  });
}

/** The session of a target that was just created. */
export async function sessionOf(targetId) {
  const there = sessions.get(targetId);
  return there ?? new Promise((resolve) => waiting.set(targetId, resolve));
}

/** A page is about to open another one. */
export const willOpen = (contents, url) => opening.push({ contents, url });

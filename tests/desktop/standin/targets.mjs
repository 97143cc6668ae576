import { chromium } from './chromium.mjs';

/** @type {Map<string, string>} sessions by the target they belong to */
const sessions = new Map();
/** @type {Map<string, (sessionId: string) => void>} */
const waiting = new Map();
/**
 * What a page has asked to open and the targets that came of it, by the page's own target; whichever
 * of the two is told first waits here for the other.
 * @type {Map<string, { orders: object[], opened: object[] }>}
 */
const opening = new Map();

/** @type {(order: { contents: any, url: string }, opened: { sessionId: string, targetId: string }) => void} */
let pageOpened = () => {};

/** Who takes care of a page that a page has opened. */
export const onPageOpened = (listener) => (pageOpened = listener);

/** Has to be said before any window is made: every new page waits until somebody has looked at it. */
export function watchTargets() {
  chromium().on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const { type, targetId, openerId } = targetInfo;
    if (type !== 'page') {
      void chromium().ask('Runtime.runIfWaitingForDebugger', {}, sessionId);
      return;
    }
    if (openerId) return matched(openerId, 'opened', { sessionId, targetId });
    sessions.set(targetId, sessionId);
    waiting.get(targetId)?.(sessionId);
  });
}

/** The session of a target that was just created. */
export async function sessionOf(targetId) {
  const there = sessions.get(targetId);
  return there ?? new Promise((resolve) => waiting.set(targetId, resolve));
}

/** A page is about to open another one. */
export const willOpen = (contents, url) => matched(contents.targetId, 'orders', { contents, url });

function matched(openerId, kind, one) {
  const of = opening.get(openerId) ?? { orders: [], opened: [] };
  opening.set(openerId, of);
  of[kind].push(one);
  if (of.orders.length > 0 && of.opened.length > 0)
    pageOpened(of.orders.shift(), of.opened.shift());
}

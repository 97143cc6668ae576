import type { Instant } from '../../../shared/model/units';

const KEY = 'nuija.leftSleep';

/** The end of the sleep that this page was told to leave in its turn, so that it does not ask again; 0 = none. */
export function leftSleep(): Instant {
  return Number(window.sessionStorage.getItem(KEY) ?? 0);
}

export function rememberLeftSleep(to: Instant): void {
  window.sessionStorage.setItem(KEY, String(to));
}

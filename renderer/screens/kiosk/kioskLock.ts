import { browserLock } from '../../frame/browserLock';

const kiosk = browserLock('nuija.kiosk');

/** The event whose kiosk this browser is held to, '' while it is free. */
export const useKioskLock = kiosk.use;

export const lockKiosk = kiosk.lock;

export const openKioskLock = kiosk.open;

const TAB = 'nuija.kioskTab';

/** Whether this very tab is the kiosk: then not even a stage screen is shown in it while it is locked. */
export function isKioskTab(): boolean {
  return window.sessionStorage.getItem(TAB) !== null;
}

export function beKioskTab(): void {
  window.sessionStorage.setItem(TAB, '1');
}

export function leaveKioskTab(): void {
  window.sessionStorage.removeItem(TAB);
}

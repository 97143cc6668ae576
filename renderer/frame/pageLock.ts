import { browserLock } from './browserLock';

const reception = browserLock('nuija.locked');

/** The event whose PIN opens this browser's pages again, '' while they are open. */
export const usePageLock = reception.use;

export const lockPage = reception.lock;

export const openPage = reception.open;

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function listen(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener('storage', changed);
  };
}

/** One thing that this browser's pages are held to until an event's PIN lets them go. */
export interface BrowserLock {
  /** The event whose PIN opens it, '' while it is open. */
  use(): string;
  lock(event: string): void;
  open(): void;
}

/** A lock kept in the browser under `key`, so that neither reloading nor another address nor another tab gets round it. */
export function browserLock(key: string): BrowserLock {
  const lockedFor = () => window.localStorage.getItem(key) ?? '';
  return {
    use: () => useSyncExternalStore(listen, lockedFor),
    lock: (event) => {
      window.localStorage.setItem(key, event);
      tell();
    },
    open: () => {
      window.localStorage.removeItem(key);
      tell();
    },
  };
}

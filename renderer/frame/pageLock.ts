import { useSyncExternalStore } from 'react';

const KEY = 'nuija.locked';

/**
 * The event whose PIN opens this browser's pages again, '' while they are open. Kept in the browser, so
 * that neither reloading nor another address nor another tab gets round it.
 */
export function usePageLock(): string {
  return useSyncExternalStore(listen, lockedFor);
}

export function lockPage(event: string): void {
  window.localStorage.setItem(KEY, event);
  tell();
}

export function openPage(): void {
  window.localStorage.removeItem(KEY);
  tell();
}

function lockedFor(): string {
  return window.localStorage.getItem(KEY) ?? '';
}

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

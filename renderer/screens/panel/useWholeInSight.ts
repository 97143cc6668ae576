import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { overhang } from './overhang';

/** What has just been opened is scrolled into sight whole, by as little as that takes. */
export function useWholeInSight<T extends HTMLElement>(): RefObject<T | null> {
  const part = useRef<T>(null);
  useLayoutEffect(() => {
    const here = part.current;
    if (!here) return;
    // Not scrollIntoView: that also shifts the frame, which has no scroll bar to get back with.
    for (let room = here.parentElement; room; room = room.parentElement) {
      if (!/auto|scroll/.test(getComputedStyle(room).overflowY)) continue;
      room.scrollBy({ top: overhang(here.getBoundingClientRect(), room.getBoundingClientRect()) });
    }
  }, []);
  return part;
}

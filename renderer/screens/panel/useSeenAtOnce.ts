import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Room above the part for what stays at the top, px. */
const ABOVE = 210;

/** A part that somebody has just opened comes into sight; what was open before stays where it is. */
export function useSeenAtOnce<T extends HTMLElement>(opened: boolean): RefObject<T | null> {
  const part = useRef<T>(null);
  useEffect(() => {
    const here = part.current;
    if (!opened || !here) return;
    // Not scrollIntoView: that also shifts the frame, which has no scroll bar to get back with.
    const room = scrollerOf(here);
    const top = here.getBoundingClientRect().top - (room?.getBoundingClientRect().top ?? 0);
    room?.scrollBy({ top: top - ABOVE });
  }, [opened]);
  return part;
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return null;
}

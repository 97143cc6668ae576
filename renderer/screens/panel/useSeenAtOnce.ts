import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** A part that somebody has just opened comes into sight; what was open before stays where it is. */
export function useSeenAtOnce<T extends HTMLElement>(opened: boolean): RefObject<T | null> {
  const part = useRef<T>(null);
  useEffect(() => {
    if (opened) part.current?.scrollIntoView({ block: 'start' });
  }, [opened]);
  return part;
}

import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * What a screen does, under one name for all its renders: parts that are handed it need not be drawn again only
 * because the screen was. For handlers; it is not to be called while drawing.
 */
export function useSteady<Args extends unknown[], Result>(
  deed: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(deed);
  useLayoutEffect(() => {
    latest.current = deed;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}

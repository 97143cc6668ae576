import { useEffect, useRef, useState } from 'react';

/** How long a guest may think before being asked whether anybody is there, ms. */
const THINKING = 45_000;
/** Without a touch for so long somebody else may come: what was answered goes away, ms. */
export const IDLE = 60_000;

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/**
 * Calls `onIdle` once nobody has touched anything for a minute while `watching`; answers whether the guest is
 * to be asked meanwhile. Any touch or key is a sign of life.
 */
export function useIdle(watching: boolean, onIdle: () => void): boolean {
  const [asking, setAsking] = useState(false);
  const latest = useRef(onIdle);
  useEffect(() => {
    latest.current = onIdle;
  });
  useEffect(() => {
    if (!watching) return undefined;
    let timers: Array<ReturnType<typeof setTimeout>> = [];
    const stop = () => timers.forEach((timer) => clearTimeout(timer));
    const begin = () => {
      stop();
      setAsking(false);
      timers = [
        setTimeout(() => setAsking(true), THINKING),
        setTimeout(() => latest.current(), IDLE),
      ];
    };
    begin();
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, begin, { capture: true });
    return () => {
      stop();
      setAsking(false);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, begin, { capture: true });
    };
  }, [watching]);
  return asking;
}

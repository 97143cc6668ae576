import { useEffect, useState } from 'react';

/** Draws the component anew every `ms` milliseconds; returns how many times it has. */
export function useTick(ms: number): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setCount((last) => last + 1), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return count;
}

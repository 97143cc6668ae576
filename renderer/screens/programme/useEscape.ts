import { useEffect } from 'react';

/** Escape closes what is open above the run sheet; in the form of a session it closes that instead. */
export function useEscape(leave: () => void): void {
  useEffect(() => {
    const onKey = (press: KeyboardEvent) => {
      const inForm = press.target instanceof Element && press.target.closest('form');
      if (press.key !== 'Escape' || inForm) return;
      press.preventDefault();
      leave();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  });
}

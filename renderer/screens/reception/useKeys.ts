import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

type KeyName = 'F2' | 'F3' | 'F4' | 'F6' | 'F8' | 'F9' | 'Escape';

/**
 * The keys of the reception, wherever the keyboard is. A letter typed where no field has the keyboard
 * goes to the search box, so that it need never be looked for.
 */
export function useKeys(
  search: RefObject<HTMLInputElement | null>,
  deeds: Record<KeyName, () => void>,
) {
  const latest = useRef(deeds);
  useEffect(() => {
    latest.current = deeds;
  });
  useEffect(() => {
    const onKey = (key: KeyboardEvent) => {
      if (key.defaultPrevented || key.ctrlKey || key.altKey || key.metaKey) return;
      const deed = Object.entries(latest.current).find(([name]) => name === key.key)?.[1];
      if (deed) {
        key.preventDefault();
        deed();
      } else if (key.key.length === 1 && key.key !== ' ' && !takesText(key.target)) {
        search.current?.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [search]);
}

/** Letters mean nothing to these: after a filter has been picked, the next name still reaches the search box. */
const WORDLESS = ['radio', 'checkbox', 'button', 'range', 'color', 'file'];

/** Whether a key is meant for what has the keyboard: a field, a list of choices, the sector keys. */
function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !WORDLESS.includes(target.type);
  return (
    target instanceof HTMLElement &&
    target.closest('textarea, select, [role="listbox"], [data-takes-keys]') !== null
  );
}

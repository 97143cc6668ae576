import { useEffect, useRef } from 'react';
import { keyName } from './keyName';

/** Where typing means text, or where a key already has a meaning of its own. */
const TAKEN = [
  'input:not([type=checkbox], [type=radio], [type=button])',
  'textarea',
  'select',
  '[contenteditable=true]',
  '[role=dialog]',
  '[role=menu]',
  '[role=listbox]',
].join(',');

/**
 * Single keys of a screen. `onKey` is told the name of a key (see `keyName`) and answers whether it
 * meant something, so that the browser does nothing more with it. Never while somebody types.
 */
export function useKeys(onKey: (name: string, press: KeyboardEvent) => boolean): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (press: KeyboardEvent) => {
      const { target } = press;
      if (press.repeat || press.defaultPrevented || press.isComposing) return;
      if (target instanceof Element && target.closest(TAKEN)) return;
      if (latest.current(keyName(press), press)) press.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { heldKeys } from '../scanner/heldKeys';
import { keystrokeOf } from '../scanner/keystroke';
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
 * meant something, so that the browser does nothing more with it. Never while somebody types. A key that a
 * scanner could have sent is told a moment later, unless it was a scan.
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
      const name = keyName(press);
      if (name !== 'Space' && keystrokeOf(press)) {
        // Rendered before the next one is told: it may mean something else after this one.
        const late = performance.now() - press.timeStamp;
        heldKeys.take(() => flushSync(() => latest.current(name, press)), late);
        return;
      }
      heldKeys.release();
      if (latest.current(name, press)) press.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

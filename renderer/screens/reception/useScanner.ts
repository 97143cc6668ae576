import { useEffect, useRef } from 'react';
import { ScanBurst } from './scanBurst';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Hears a scanner wherever the keyboard is: the code goes to `onScan`, and the field it was sent into
 * gets back what it held before.
 */
export function useScanner(isKnown: (code: string) => boolean, onScan: (code: string) => void) {
  const latest = useRef({ isKnown, onScan });
  useEffect(() => {
    latest.current = { isKnown, onScan };
  });
  useEffect(() => {
    const burst = new ScanBurst();
    let before: { field: Field; value: string } | undefined;
    const onKey = (key: KeyboardEvent) => {
      if (key.ctrlKey || key.altKey || key.metaKey) return;
      if (key.key.length === 1) {
        if (burst.take(key.key, key.timeStamp)) before = held(document.activeElement);
        return;
      }
      if (key.key !== 'Enter') return;
      const code = burst.close(key.timeStamp, latest.current.isKnown);
      if (code === undefined) return;
      key.preventDefault();
      key.stopPropagation();
      if (before) refill(before.field, before.value);
      latest.current.onScan(code);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function held(element: Element | null): { field: Field; value: string } | undefined {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  return isField ? { field: element, value: element.value } : undefined;
}

/** Sets a field the way a person would, so that React hears of it. */
function refill(field: Field, value: string): void {
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

import { useEffect, useRef } from 'react';
import { ScanBurst } from './scanBurst';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Hears a scanner wherever the keyboard is: the code goes to `onScan` with its instant (ms, monotonic), and the field it was sent into
 * gets back what it held before.
 */
export function useScanner(
  isKnown: (code: string) => boolean,
  onScan: (code: string, at: number) => void,
) {
  const latest = useRef({ isKnown, onScan });
  useEffect(() => {
    latest.current = { isKnown, onScan };
  });
  useEffect(() => {
    const burst = new ScanBurst();
    /** What the field held before each character of the burst. */
    let before: Array<ReturnType<typeof held>> = [];
    const onKey = (key: KeyboardEvent) => {
      if (key.ctrlKey || key.altKey || key.metaKey) return;
      if (key.key.length === 1) {
        if (burst.take(key.key, key.timeStamp)) before = [];
        before.push(held(document.activeElement));
        return;
      }
      if (key.key !== 'Enter') return;
      const scanned = burst.close(key.timeStamp, latest.current.isKnown);
      if (!scanned) return;
      key.preventDefault();
      key.stopPropagation();
      const was = before[scanned.from];
      if (was) refill(was.field, was.value);
      latest.current.onScan(scanned.code, key.timeStamp);
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

import { useEffect, useMemo, useRef, useState } from 'react';
import { isModifier, keystrokeOf } from './keystroke';
import { useMachine } from './machine';
import { fieldMark, focusMark, heldMark } from './pageMarks';
import { SameScan } from './sameScan';
import { IDLE_MS, ScanEar } from './scanEar';
import { Wedge } from './wedge';

/** What else a screen with a scanner needs. */
export interface Scanner {
  /** A camera sees a code at an instant (ms, monotonic). */
  sight(code: string, at: number): void;
  /** Something else was done: the next scan counts, be it the same as the last. */
  forget(): void;
}

/** Marks the field where a scanner is tried out: what is scanned into it checks nobody in. */
export const TRIAL = 'data-scanner-trial';

/**
 * Hears a scanner wherever the keyboard is: the code goes to `onScan` with its instant (ms, monotonic),
 * once for the same scan twice, and everything on the page is as it was before the scan. `onScan` says
 * whether the desk has answered: when it was not reached, the same scan counts again at once.
 */
export function useScanner(
  isKnown: (code: string) => boolean,
  onScan: (code: string, at: number) => Promise<boolean>,
): Scanner {
  const { prefix, suffix } = useMachine();
  const latest = useRef({ isKnown, onScan, prefix, suffix });
  useEffect(() => {
    latest.current = { isKnown, onScan, prefix, suffix };
  });
  const [same] = useState(() => new SameScan());
  useEffect(() => {
    const ear = new ScanEar((code) => latest.current.isKnown(code));
    const wedge = new Wedge(ear, ({ code, at }) => {
      if (!same.isNew(code, at)) return;
      void latest.current.onScan(code, at).then((answered) => {
        if (!answered) same.forget();
      });
    });
    return listen(wedge, () => {
      ear.affixes = latest.current;
    });
  }, [same]);
  return useMemo(
    () => ({
      sight(code, at) {
        if (same.isNewSight(code, at)) void latest.current.onScan(code, at);
      },
      forget: () => same.forget(),
    }),
    [same],
  );
}

/** Tells a wedge every key of the page before anything else hears of it. */
function listen(wedge: Wedge, ready: () => void): () => void {
  let idle: ReturnType<typeof setTimeout> | undefined;
  const onKey = (press: KeyboardEvent) => {
    if (press.target instanceof Element && press.target.closest(`[${TRIAL}]`)) return;
    ready();
    clearTimeout(idle);
    const character = press.repeat ? undefined : keystrokeOf(press);
    if (character) {
      wedge.character(character);
      wedge.mark(focusMark());
      wedge.mark(heldMark());
      if (document.activeElement instanceof HTMLSelectElement) mark(document.activeElement);
      idle = setTimeout(() => wedge.idle(), IDLE_MS);
    } else if (isEnd(press)) {
      if (!wedge.end(press.timeStamp)) return;
      press.preventDefault();
      press.stopImmediatePropagation();
    } else if (!isModifier(press.key)) {
      wedge.other();
    }
  };
  const mark = (target: EventTarget | null) => {
    const held = fieldMark(target);
    if (held) wedge.mark(held);
  };
  // After the handlers of the page, which may have moved the keyboard into another field.
  const onInput = (input: InputEvent) => mark(input.target);
  window.addEventListener('keydown', onKey, { capture: true });
  window.addEventListener('beforeinput', onInput, { capture: true });
  return () => {
    clearTimeout(idle);
    window.removeEventListener('keydown', onKey, { capture: true });
    window.removeEventListener('beforeinput', onInput, { capture: true });
  };
}

/** Enter and Tab; a line feed comes as Ctrl+J, which would open the browser's downloads. */
function isEnd(press: KeyboardEvent): boolean {
  const commands = press.ctrlKey || press.altKey || press.metaKey;
  if (press.key === 'Enter' || press.key === 'Tab') return !commands && !press.isComposing;
  return press.ctrlKey && press.code === 'KeyJ';
}

import { heldKeys } from './heldKeys';
import type { Mark } from './rewind';

/** What a field holds now, caret and selection included; undefined for what is no field. */
export function fieldMark(target: EventTarget | null): Mark | undefined {
  if (target instanceof HTMLSelectElement) return selectMark(target);
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isField) return undefined;
  const { value, selectionStart, selectionEnd, selectionDirection } = target;
  return {
    of: target,
    restore() {
      if (target.value !== value) fill(target, value, 'input');
      // Fields of numbers and e-mail addresses have no selection to set.
      if (selectionStart === null) return;
      target.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none');
    },
  };
}

/** Letters choose in a list of choices that has the keyboard. */
function selectMark(target: HTMLSelectElement): Mark {
  const { value } = target;
  return {
    of: target,
    restore() {
      if (target.value !== value) fill(target, value, 'change');
    },
  };
}

/** What has the keyboard now: letters typed beside any field move it into one. */
export function focusMark(): Mark {
  const focused = document.activeElement;
  return {
    of: document,
    restore() {
      if (focused === document.activeElement || focused === document.body) return;
      if (focused instanceof HTMLElement && focused.isConnected) {
        focused.focus({ preventScroll: true });
      }
    },
  };
}

/** The keys of a screen that are held back now, before the one that comes. */
export function heldMark(): Mark {
  const { count } = heldKeys;
  return { of: heldKeys, restore: () => heldKeys.keep(count) };
}

/** Sets a field the way a person would, so that React hears of it. */
function fill(
  field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  value: string,
  event: 'input' | 'change',
): void {
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  set?.call(field, value);
  field.dispatchEvent(new Event(event, { bubbles: true }));
}

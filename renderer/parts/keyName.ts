/** What of a keyboard event says which key was meant. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

/**
 * A key as it is written beside a button: `S`, `3`, `Shift+3`, `Ctrl+Z`, `Alt+ArrowUp`, `Space`.
 * Letters go by what they type, so that they are where the layout has them; digits by their place,
 * since with Shift they type another sign. Cmd counts as Ctrl.
 */
export function keyName({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  const name = digit ?? (key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key);
  const held = [ctrlKey || metaKey ? 'Ctrl+' : '', altKey ? 'Alt+' : '', shiftKey ? 'Shift+' : ''];
  return held.join('') + name;
}

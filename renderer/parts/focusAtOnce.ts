/** Gives an element the keyboard when it appears; a `ref`, for links, where React passes over `autoFocus`. */
export function focusAtOnce(element: HTMLElement | null): void {
  element?.focus();
}

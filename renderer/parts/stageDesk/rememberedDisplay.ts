const key = (view: string) => `nuija.display.${view}`;

/** The display that was picked last for a view on this machine; '' for none. */
export function rememberedDisplay(view: string): string {
  return window.localStorage.getItem(key(view)) ?? '';
}

export function rememberDisplay(view: string, display: string): void {
  window.localStorage.setItem(key(view), display);
}

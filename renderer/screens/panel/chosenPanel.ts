/** Which panel the person asked for on another screen, per event, until the panel screen has opened it. */
const asked = new Map<string, string>();

export function choosePanel(event: string, session: string): void {
  asked.set(event, session);
}

export function askedPanel(event: string): string | undefined {
  return asked.get(event);
}

/** The wish has been granted: next time the panel that runs is opened again. */
export function forgetAskedPanel(event: string): void {
  asked.delete(event);
}

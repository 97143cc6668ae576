/** Which panel the person asked for on another screen, per event, until the panel screen opens it. */
const asked = new Map<string, string>();

export function choosePanel(event: string, session: string): void {
  asked.set(event, session);
}

/** The panel that was asked for, once. */
export function askedPanel(event: string): string | undefined {
  const session = asked.get(event);
  asked.delete(event);
  return session;
}

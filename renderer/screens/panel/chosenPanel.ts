/** Which panel is looked at in this page, per event, kept while the person goes to other screens. */
const chosen = new Map<string, string>();

export function choosePanel(event: string, session: string): void {
  chosen.set(event, session);
}

export function chosenPanel(event: string): string | undefined {
  return chosen.get(event);
}

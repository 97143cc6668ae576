/**
 * A note that begins with "!" is a flag: the reception shows it large when the person checks in. It is
 * part of the note itself, so that a registration file can carry it and an export keeps it.
 */
export function flagOf(notes: string): { loud: boolean; text: string } {
  const text = notes.trimStart();
  return text.startsWith('!')
    ? { loud: true, text: text.replace(/^!+\s*/, '') }
    : { loud: false, text: notes };
}

/** The same note as a flag, or as a note that is not. */
export function flagged(notes: string, loud: boolean): string {
  const { text } = flagOf(notes);
  return loud && text.trim() ? `! ${text}` : text;
}

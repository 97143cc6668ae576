/**
 * Control characters but tab and line feed, zero-width characters, byte order marks, and the marks
 * that change the direction of text, by which a name could be shown as another.
 */
const HIDDEN = /(?![\t\n])[\p{Cc}\p{Cf}]/gu;

/** A cell of one line: hidden characters gone, blanks of every kind single. Nothing is re-cased. */
export function cleanLine(cell: string): string {
  return unguarded(cell.replace(HIDDEN, '')).replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/** A cell of prose: as `cleanLine`, with its line ends. */
export function cleanText(cell: string): string {
  return unguarded(cell.replace(HIDDEN, '')).trim().normalize('NFC');
}

/** What was in a cell before an export guarded it against being run as a formula; see `guarded`. */
export function unguarded(cell: string): string {
  return /^'['=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/**
 * Control characters but tab and line feed, zero-width characters, byte order marks, and the marks
 * that change the direction of text, by which a name could be shown as another.
 */
const HIDDEN = /(?![\t\n])[\p{Cc}\p{Cf}]/gu;

/** Half a surrogate pair. */
const LONE = /\p{Cs}/gu;

/** Composed Latin letters and signs with single blanks between: clean as it stands. */
const CLEAN = /^[!-~\u00C0-\u017F]+(?: [!-~\u00C0-\u017F]+)*$/;

/** A cell of one line: hidden characters gone, blanks of every kind single. Nothing is re-cased. */
export function cleanLine(cell: string): string {
  if (cell === '' || CLEAN.test(cell)) return cell;
  return visible(cell).replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/** A cell of prose: as `cleanLine`, with its line ends. */
export function cleanText(cell: string): string {
  if (cell === '' || CLEAN.test(cell)) return cell;
  return visible(cell).trim().normalize('NFC');
}

/** Without hidden characters; half a surrogate pair, which no file could hold, becomes `�`. */
function visible(cell: string): string {
  return cell.replace(LONE, '\uFFFD').replace(HIDDEN, '');
}

/** What was in a cell of delimited text before an export guarded it against being run as a formula; see `guarded`. */
export function unguarded(cell: string): string {
  return /^'['=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** What a spreadsheet may take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A telephone number (+358 40 …) or a plain number stays as it is: there is nothing to reckon in it.
 * With hyphens (+358-40-…) a spreadsheet would subtract, so that one is guarded.
 */
const NUMBER = /^[+-][\d ]*(?:[.,]\d+)?$/;

/**
 * A cell as text that no spreadsheet runs: a leading apostrophe, which spreadsheets do not show.
 * Text that begins with an apostrophe gets one more, so that `unguarded` gives back what was there.
 */
export function guarded(text: string): string {
  if (text.startsWith("'")) return `'${text}`;
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

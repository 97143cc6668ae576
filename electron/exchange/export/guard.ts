/** What a spreadsheet may take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A telephone number or a plain number begins with + or - and is no formula. */
const NUMBER = /^[+-][\d\s().-]*$/;

/**
 * A cell as text that no spreadsheet runs: a leading apostrophe, which spreadsheets do not show.
 * Text that begins with an apostrophe gets one more, so that `unguarded` gives back what was there.
 */
export function guarded(text: string): string {
  if (text.startsWith("'")) return `'${text}`;
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

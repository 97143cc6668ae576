/** Signs with which a formula begins, in their wide and small forms too, which some spreadsheets take for the same. */
const SIGN = '[=+\\-@＝＋－＠﹦﹢﹣﹫]';

/**
 * The beginning of a cell as a spreadsheet may run it: blanks and what cannot be seen do not count. Older ones
 * took what follows `|` or `%` for a command or a macro.
 */
const LEADING = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠﹦﹢﹣﹫｜％]|^[\t\r\n]/u;

/**
 * Where a cell would begin if the file were opened with another delimiter than it was written with, as
 * Excel of another country does, or if its quotes were not understood.
 */
const INNER = new RegExp(`([;,\\t\\r\\n]["']*)(${SIGN})`, 'gu');
const INNER_GUARDED = new RegExp(`([;,\\t\\r\\n]["']*)'(${SIGN})`, 'gu');

/**
 * A telephone number (+358 40 …) or a plain number stays as it is: there is nothing to reckon in it.
 * With hyphens (+358-40-…) a spreadsheet would subtract, so that one is guarded.
 */
const NUMBER = /^[+-][\d ]*(?:[.,]\d+)?$/;

/**
 * A cell as text that no spreadsheet runs: a leading apostrophe, which spreadsheets do not show, and one
 * before a sign that would begin a cell elsewhere in it. Text that begins with an apostrophe gets one more,
 * so that `unguarded` gives back what was there.
 */
export function guarded(text: string): string {
  if (NUMBER.test(text)) return text;
  const inside = text.replace(INNER, "$1'$2");
  return inside.startsWith("'") || LEADING.test(inside) ? `'${inside}` : inside;
}

/** What was in a cell of delimited text before `guarded` made it safe. */
export function unguarded(cell: string): string {
  if (!cell.includes("'")) return cell;
  const rest = cell.slice(1);
  const isGuarded = cell.startsWith("'") && (rest.startsWith("'") || LEADING.test(rest));
  return (isGuarded ? rest : cell).replace(INNER_GUARDED, '$1$2');
}

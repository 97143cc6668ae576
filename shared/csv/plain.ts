/** A whole cell that is a number of thousands as people read it: `1 300` (with a blank that does not break) or `1,300`. */
const GROUPED = /^\d{1,3}(?:[\u00A0\u202F]\d{3}|,\d{3})+$/;

/** A figure as a spreadsheet takes it for a number: thousands together, nothing before the sign of per cent. */
export function plainFigure(cell: string): string {
  if (GROUPED.test(cell)) return cell.replaceAll(/\D/g, '');
  return cell.replace(/^(\d+(?:[.,]\d+)?)[\u00A0\u202F]%$/, '$1%');
}

/** What a clipboard is read from. */
type Clipboard = Pick<DataTransfer, 'getData'>;

/** Excel writes its own cells as text rightly, quotes and all; others' tables only as HTML. */
const EXCEL = /office:excel|Excel\.Sheet/;

/**
 * The cells on a clipboard as tab-separated text; '' where there is no text. A table from a text
 * document or a web page is taken from its HTML, because its plain text breaks cells at line ends.
 */
export function clipboardCells(clipboard: Clipboard): string {
  const html = clipboard.getData('text/html');
  const text = clipboard.getData('text/plain');
  if (!/<table/i.test(html) || EXCEL.test(html)) return text;
  // Parsed apart from the page: nothing in it is run or fetched.
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  return table ? [...table.rows].map(rowText).join('\n') : text;
}

function rowText(row: HTMLTableRowElement): string {
  return [...row.cells]
    .map((cell) => cellText(cell) + '\t'.repeat(Math.min(cell.colSpan, 100) - 1))
    .join('\t');
}

function cellText(cell: HTMLTableCellElement): string {
  const paragraphs = [...cell.querySelectorAll('p')];
  const parts = paragraphs.length > 0 ? paragraphs : [cell];
  const text = parts
    .map((part) => (part.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
  return /[\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

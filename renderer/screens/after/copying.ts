import { csvText } from '../../../shared/csv/csv';
import { guarded } from '../../../shared/csv/guard';
import { plainFigure } from '../../../shared/csv/plain';
import type { FigureSection } from '../../../shared/figures/section';
import { pngBlob } from '../panel/svgPicture';

/** What a part of the figures can be copied or saved as. */
export type CopyKind = 'picture' | 'text' | 'csv';

/** As lines of text: what is said, then the table with tabs, as it can be pasted into a letter or a sheet. */
export function sectionText({ heading, says, columns, rows }: FigureSection): string {
  const table = [columns, ...rows].map((row) => row.map(pasted).join('\t'));
  return [heading, ...says, '', ...table].join('\n');
}

/** A cell as a sheet takes it in when it is pasted: on one line, and nothing that is run. */
const pasted = (cell: string) => guarded(cell.replaceAll(/\s+/gu, ' ').trim());

/** The table as CSV: `;` and a BOM, as Finnish Excel opens it right, and figures as it takes them for numbers. */
export function sectionCsv({ columns, rows }: FigureSection): string {
  return csvText([columns, ...rows.map((row) => row.map(plainFigure))]);
}

/** Puts a drawing on the clipboard as PNG. Throws where the browser does not let it. */
export async function copyPicture(svg: string): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngBlob(svg) })]);
}

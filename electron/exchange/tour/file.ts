import type { AnswerOf } from '../../../shared/contract';
import type { Figures } from '../../../shared/figures/model';
import { counted } from '../../../shared/figures/tourTable';
import { figureWords } from '../../reports/reportOf';
import { tourWorkbook } from './workbook';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The tour's workbook as a file, named after its last day. */
export async function tourFile(
  figures: readonly Figures[],
  language: 'fi' | 'sv' | 'en',
): Promise<AnswerOf<'tour.workbook'>> {
  const bytes = await tourWorkbook(figures, figureWords(language, 'Europe/Helsinki'));
  const last = counted(figures).at(-1)?.event.date ?? '';
  const name = ['nuija', 'tour', last].filter(Boolean).join('-');
  return { name: `${name}.xlsx`, mime: XLSX, bytes: Buffer.from(bytes).toString('base64') };
}

import type { TFunction } from 'i18next';
import type { Sector, Status } from '../../../shared/model/participant';
import type { SectorWords } from '../../parts/SectorMark';

/** The words that every row of the list shares. */
export interface RowWords {
  open: string;
  tick: string;
  status: Record<Status, string>;
  deeds: Record<DeedWord, string>;
  sectors: Record<Sector, SectorWords>;
}

/** What the button of a row says: the one deed that comes next. */
export type DeedWord = 'checkIn' | 'comeBack' | 'letIn' | 'cancelled';

/**
 * Looked up once for all rows: a row that asked for its words itself would cost more in asking than in being drawn,
 * and a keystroke draws a whole list of new ones.
 */
export function rowWords(t: TFunction<['reception', 'terms']>): RowWords {
  const sector = (of: Sector): SectorWords => ({
    word: t(`terms:sector.${of || 'unknown'}`),
    letter: t(`terms:sectorLetter.${of || 'unknown'}`),
  });
  const sectors = { private: sector('private'), public: sector('public'), third: sector('third') };
  return {
    open: t('row.open'),
    tick: t('row.tick'),
    status: {
      expected: t('terms:status.expected'),
      present: t('terms:status.present'),
      left: t('terms:status.left'),
      cancelled: t('terms:status.cancelled'),
    },
    deeds: {
      checkIn: t('deed.checkIn'),
      comeBack: t('deed.comeBack'),
      letIn: t('deed.letIn'),
      cancelled: t('deed.cancelled'),
    },
    sectors: { ...sectors, other: sector('other'), '': sector('') },
  };
}

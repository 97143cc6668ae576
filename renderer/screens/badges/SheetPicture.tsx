import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './badges.module.css';
import words from './words.module.css';
import { firstSheet } from './sheet';
import type { Sheet } from './sheet';

interface Props {
  sheet: Sheet;
  /** Position at which printing begins, from 1. */
  start: number;
  badges: number;
  onStart(start: number): void;
}

type Grid = CSSProperties & { '--columns': number; '--page': string; '--badge': string };

/** A half-used sheet: a press on a place begins the printing there. */
export function SheetPicture({ sheet, start, badges, onStart }: Props) {
  const { t } = useTranslation('badges');
  const grid: Grid = {
    '--columns': sheet.columns,
    '--page': `${sheet.page[0]} / ${sheet.page[1]}`,
    '--badge': `${sheet.badge[0]} / ${sheet.badge[1]}`,
  };
  return (
    <fieldset className={styles.sheetBox}>
      <legend>{t('start')}</legend>
      <div className={styles.sheet} style={grid}>
        {firstSheet(sheet.perPage, start, badges).map((place, at) => (
          <button
            key={at}
            type="button"
            className={styles.place}
            data-place={place}
            aria-pressed={at + 1 === start}
            aria-label={t('startAt', { number: at + 1 })}
            onClick={() => onStart(at + 1)}
          >
            {at + 1}
          </button>
        ))}
      </div>
      <p className={words.quiet}>
        {start === 1 ? t('startHow') : t('startUsed', { count: start - 1 })}
      </p>
    </fieldset>
  );
}

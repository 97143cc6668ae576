import { useTranslation } from 'react-i18next';
import type { Sector } from '../../shared/model/participant';
import styles from './SectorMark.module.css';

/** A sector by colour, outline and letter, so that none of the three is needed alone. */
export function SectorMark({ sector }: { sector: Sector }) {
  const { t } = useTranslation('terms');
  const key = sector || 'unknown';
  return (
    <span className={styles.mark} data-sector={key} title={t(`sector.${key}`)}>
      <span aria-hidden="true">{t(`sectorLetter.${key}`)}</span>
      <span className="unseen">{t(`sector.${key}`)}</span>
    </span>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../../desk/EventDesk';
import { headCount, SECTOR_ORDER } from '../../frame/headCount';
import { SectorMark } from '../../parts/SectorMark';
import { useSpeech } from '../../words/useSpeech';
import styles from './Side.module.css';

/** How many are in the house now, and from which sectors. */
export function SectorCounts() {
  const { t } = useTranslation(['reception', 'terms']);
  const { state } = useEventDesk();
  const speech = useSpeech();
  const heads = useMemo(() => headCount(state.participants), [state.participants]);
  return (
    <section className={`card ${styles.counts}`} aria-labelledby="counts">
      <h2 id="counts" className={styles.title}>
        {t('counts.title')}
        <span className={styles.big}>
          {speech.number(heads.present)}
          <small> / {speech.number(heads.expected)}</small>
        </span>
      </h2>
      <ul className={styles.sectors}>
        {SECTOR_ORDER.map((sector) => (
          <li key={sector}>
            <SectorMark sector={sector} />
            <b>{speech.number(heads.sectors[sector])}</b>
            <span aria-hidden="true">{t(`terms:sector.${sector || 'unknown'}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

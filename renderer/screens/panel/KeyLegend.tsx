import { useTranslation } from 'react-i18next';
import { Key } from '../../parts/Key';
import { LEGEND } from './legend';
import styles from './legend.module.css';
import { useSeenAtOnce } from './useSeenAtOnce';

/** Every key of the screen, with what it does; shown at the top, and in sight wherever the screen stands. */
export function KeyLegend() {
  const { t } = useTranslation('panel');
  const seen = useSeenAtOnce<HTMLElement>(true);
  return (
    <section ref={seen} className={styles.legend} aria-label={t('keys')}>
      <h2>{t('keys')}</h2>
      <ul>
        {LEGEND.map(({ word, shown }) => (
          <li key={word}>
            <span className={styles.keys}>
              {shown.map((key, at) => (
                <Key key={`${at} ${key}`}>{key === 'Space' ? t('space') : key}</Key>
              ))}
            </span>
            <span className="unseen">{shown.join(' ')}</span>
            {t(`key.${word}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { useRole } from '../../desk/useRole';
import { Icon } from '../../parts/Icon';
import { writeRoute } from '../../route';
import styles from './StartScreen.module.css';

/** The way to the figures of all events together. */
export function ToTour() {
  const { t } = useTranslation('tour');
  // The others see only what their work needs.
  if (useRole() !== 'desk') return null;
  return (
    <a className={`card ${styles.event}`} href={writeRoute({ at: 'tour' })}>
      <Icon name="after" size={28} />
      <span className={styles.eventWords}>
        <b>{t('start.title')}</b>
        <span className={styles.dim}>{t('start.text')}</span>
      </span>
      <Icon name="arrow" />
    </a>
  );
}

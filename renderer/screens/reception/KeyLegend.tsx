import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ReceptionScreen.module.css';

const KEYS = [
  ['Enter', 'keys.enter'],
  ['F2', 'keys.walkIn'],
  ['F3', 'keys.details'],
  ['F4', 'keys.badge'],
  ['F6', 'keys.group'],
  ['F8', 'keys.undo'],
  ['Ins', 'keys.tick'],
  ['Esc', 'keys.clear'],
] as const;

/** The keys of this screen, always in sight where there is a keyboard. */
export const KeyLegend = memo(function KeyLegend() {
  const { t } = useTranslation('reception');
  return (
    <p className={styles.legend}>
      {KEYS.map(([key, word]) => (
        <span key={key}>
          <kbd className="key">{key}</kbd> {t(word)}
        </span>
      ))}
    </p>
  );
});

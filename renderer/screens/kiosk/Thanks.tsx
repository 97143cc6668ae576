import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import type { Fate } from './useOutbox';
import styles from './Kiosk.module.css';

/** How long the thanks stay, ms. */
export const THANKS = 8_000;

interface Props {
  /** undefined while it is on its way. */
  fate: Fate | undefined;
  onNext(): void;
}

/** Said to the guest, with the truth about whether the desk has it; then the next one's turn. */
export function Thanks({ fate, onNext }: Props) {
  const { t } = useTranslation('feedback');
  const title = useRef<HTMLHeadingElement>(null);
  const latest = useRef(onNext);
  useEffect(() => {
    latest.current = onNext;
  });
  useEffect(() => {
    title.current?.focus();
    const timer = setTimeout(() => latest.current(), THANKS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className={styles.main}>
      <div className={styles.thanks}>
        <Icon name="check" size={96} />
        <h1 ref={title} tabIndex={-1}>
          {t('kiosk.thanks')}
        </h1>
        {/* Why a sheet was refused is said in the bar. */}
        <output>{fate !== 'refused' && t(`kiosk.${fate ?? 'saving'}`)}</output>
        <button type="button" className={styles.plain} onClick={onNext}>
          {t('kiosk.next')}
        </button>
      </div>
    </main>
  );
}

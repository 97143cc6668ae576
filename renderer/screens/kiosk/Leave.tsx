import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PinPad } from '../../frame/PinPad';
import { goTo } from '../../route';
import { useKiosk } from './KioskEvent';
import { openKioskLock } from './kioskLock';
import { useIdle } from './useIdle';
import styles from './Kiosk.module.css';

/** The way back to the desk's own screens: with the event's PIN, or asked once where there is none. */
export function Leave({ onStay }: { onStay(): void }) {
  const { t } = useTranslation('feedback');
  const { id, way } = useKiosk();
  const hasPin = way === 'pin';
  const title = useRef<HTMLHeadingElement>(null);
  useIdle(true, onStay);
  useEffect(() => title.current?.focus(), []);
  const leave = () => {
    openKioskLock();
    goTo({ at: 'event', event: id, screen: 'after' });
  };
  return (
    <main className={styles.main}>
      <div className={`card ${styles.leave}`}>
        <h1 ref={title} tabIndex={-1}>
          {t('kiosk.leave')}
        </h1>
        <p>{t(hasPin ? 'kiosk.leavePin' : 'kiosk.leaveSure')}</p>
        {hasPin ? (
          <PinPad onOpened={leave} />
        ) : (
          <button type="button" className={styles.go} onClick={leave}>
            {t('kiosk.leaveYes')}
          </button>
        )}
        <button type="button" className={styles.plain} onClick={onStay}>
          {t('kiosk.stay')}
        </button>
      </div>
    </main>
  );
}

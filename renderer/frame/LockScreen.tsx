import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/contract';
import { useEventDesk } from '../desk/EventDesk';
import { Icon } from '../parts/Icon';
import { openPage } from './pageLock';
import { PinPad } from './PinPad';
import { Waiting } from './Waiting';
import styles from './LockScreen.module.css';

/** While the event of the lock is being opened; an event that is gone locks nothing any more. */
export function LockWaiting({ failure }: { failure: Failure | undefined }) {
  const isGone = failure?.code === 'event.unknown';
  useEffect(() => {
    if (isGone) openPage();
  }, [isGone]);
  return <Waiting failure={failure} />;
}

/** Instead of everything while the page is locked: no name is on it, and nothing that is scanned is taken. */
export function LockScreen() {
  const { t } = useTranslation('lock');
  const { state } = useEventDesk();
  const { name, pinHash } = state.event;
  // A coordinator who has taken the PIN away has opened every page that it locked.
  useEffect(() => {
    if (pinHash === '') openPage();
  }, [pinHash]);

  return (
    <main className={styles.lock}>
      <div className={`card ${styles.panel}`}>
        <Icon name="lock" size={40} />
        <h1>{t('title')}</h1>
        <p className={styles.event}>{name}</p>
        <PinPad onOpened={openPage} />
        <p className={styles.forgotten}>{t('forgotten')}</p>
      </div>
    </main>
  );
}

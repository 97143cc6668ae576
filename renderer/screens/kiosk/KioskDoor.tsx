import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk, useEventDesk } from '../../desk';
import { Icon } from '../../parts/Icon';
import { goTo, writeRoute } from '../../route';
import styles from './KioskDoor.module.css';

/** Opens the feedback kiosk here, or tells its address for a tablet that is paired with this desk. */
export function KioskDoor() {
  const { t } = useTranslation('feedback');
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const [told, setTold] = useState('');
  /** In the desktop app the page has no address that another browser could open. */
  const [isBrowser, setIsBrowser] = useState(false);
  useEffect(() => {
    let here = true;
    desk.ask('app.info', {}).then(
      ({ host }) => here && setIsBrowser(host !== 'desktop'),
      // Without an answer there is no address to be told either.
      () => here && setIsBrowser(false),
    );
    return () => {
      here = false;
    };
  }, [desk]);
  const route = { at: 'kiosk', event: eventId } as const;
  const address = `${window.location.origin}${window.location.pathname}${writeRoute(route)}`;
  const open = async () => {
    goTo(route);
    // Where the browser does not allow it the kiosk goes on in its window.
    await document.documentElement.requestFullscreen().catch(() => undefined);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setTold(t('door.copied'));
    } catch {
      setTold(t('door.byHand'));
    }
  };
  return (
    <div className={styles.door}>
      <div className={styles.buttons}>
        <Button
          variant="default"
          leftSection={<Icon name="lock" size={18} />}
          onClick={() => void open()}
        >
          {t('door.open')}
        </Button>
        {isBrowser && (
          <Button variant="default" onClick={() => void copy()}>
            {t('door.copy')}
          </Button>
        )}
      </div>
      {isBrowser && (
        <input className={styles.address} readOnly aria-label={t('door.address')} value={address} />
      )}
      <output className={styles.told}>{told}</output>
      <p className={styles.pin}>{t(state.event.pinHash === '' ? 'door.noPin' : 'door.pin')}</p>
    </div>
  );
}

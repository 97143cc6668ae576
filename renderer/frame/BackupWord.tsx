import { useState } from 'react';
import { Button, Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/DeskContext';
import { useEventDesk } from '../desk/EventDesk';
import { failureOf } from '../desk/replica';
import { Icon } from '../parts/Icon';
import { writeRoute } from '../route';
import { noBackupWhy } from './noBackupWhy';
import styles from './AppBar.module.css';

/**
 * A quiet word while the desk's last backup could not be made, with the reason and what to do behind it; nothing
 * else stops. It goes with the next backup that is whole.
 */
export function BackupWord() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { eventId, notBackedUp, online } = useEventDesk();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  if (!notBackedUp || !online) return null;
  const again = async () => {
    setBusy(true);
    try {
      await desk.ask('backups.make', { event: eventId });
      setFailed(undefined);
    } catch (error) {
      setFailed(failureOf(error).code);
    }
    setBusy(false);
  };
  const why = noBackupWhy(failed ?? notBackedUp.code);
  return (
    <Popover width={360} position="bottom-end" withArrow trapFocus shadow="md">
      <Popover.Target>
        <button type="button" className={styles.noBackup}>
          <Icon name="note" size={16} />
          {t('noBackup.word')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.noBackupWhy}>
        <p>{t('noBackup.lead')}</p>
        <p>{t(`noBackup.${why}`)}</p>
        <p>
          <Button loading={busy} onClick={() => void again()}>
            {t('noBackup.again')}
          </Button>{' '}
          <a href={writeRoute({ at: 'event', event: eventId, screen: 'setup' })}>
            {t('noBackup.where')}
          </a>
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}

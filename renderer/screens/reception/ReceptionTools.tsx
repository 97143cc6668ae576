import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../../desk/EventDesk';
import { lockPage } from '../../frame/pageLock';
import { Icon } from '../../parts/Icon';
import { writeRoute } from '../../route';
import styles from './ReceptionScreen.module.css';

/** What is needed seldom: the view for a steward at the door, and the lock. */
export function ReceptionTools() {
  const { t } = useTranslation('reception');
  const { eventId, state } = useEventDesk();
  return (
    <div className={styles.tools}>
      <Button
        component="a"
        size="compact-sm"
        variant="subtle"
        href={writeRoute({ at: 'door', event: eventId })}
        leftSection={<Icon name="comeBack" size={16} />}
      >
        {t('tools.door')}
      </Button>
      {state.event.pinHash !== '' && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Icon name="lock" size={16} />}
          onClick={() => lockPage(eventId)}
        >
          {t('tools.lock')}
        </Button>
      )}
    </div>
  );
}

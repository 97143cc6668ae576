import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../../desk/EventDesk';
import { lockPage } from '../../frame/pageLock';
import { Icon } from '../../parts/Icon';
import { writeRoute } from '../../route';
import styles from './ReceptionScreen.module.css';

/** What can stand in the side column instead of the counts. */
export type SidePanel = 'camera' | 'scanner';

interface Props {
  open: SidePanel | undefined;
  onOpen(panel: SidePanel | undefined): void;
}

/** What is needed seldom: camera, scanner and sounds, the view for a steward at the door, and the lock. */
export function ReceptionTools({ open, onOpen }: Props) {
  const { t } = useTranslation(['reception', 'scanner']);
  const { eventId, state } = useEventDesk();
  return (
    <div className={styles.tools}>
      {(['camera', 'scanner'] as const).map((panel) => (
        <Button
          key={panel}
          size="compact-sm"
          variant="subtle"
          aria-expanded={open === panel}
          leftSection={<Icon name={panel} size={16} />}
          onClick={() => onOpen(open === panel ? undefined : panel)}
        >
          {t(panel === 'camera' ? 'scanner:camera.open' : 'scanner:open')}
        </Button>
      ))}
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

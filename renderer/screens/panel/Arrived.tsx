import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../../desk';
import { Icon } from '../../parts/Icon';
import styles from './table.module.css';

/** Whether reception has seen the panelist; nothing for a seat that is tied to no registration. */
export function Arrived({ participant }: { participant: string }) {
  const { t } = useTranslation('panel');
  const { state } = useEventDesk();
  const person = participant ? state.participants.get(participant) : undefined;
  if (!person) return <span />;
  return (
    <span className={styles.arrived} data-status={person.status}>
      <Icon name={person.status === 'present' ? 'check' : 'warn'} size={14} />
      {t(`arrived.${person.status}`)}
    </span>
  );
}

import { useTranslation } from 'react-i18next';
import { ROLES } from '../../shared/model/participant';
import type { Participant } from '../../shared/model/participant';
import { Icon } from './Icon';
import styles from './Flags.module.css';

interface Props {
  person: Pick<Participant, 'role' | 'notes' | 'diet'>;
  /** With the whole text of each flag, where there is room. */
  full?: boolean;
}

/** What the person at the desk should know: a speaker, a note, a diet. */
export function Flags({ person, full = false }: Props) {
  const { t } = useTranslation('terms');
  const { role, notes, diet } = person;
  const known = ROLES.find((one) => one === role);
  const roleWord = known ? t(`role.${known}`) : role;
  if (known === 'participant' && !notes && !diet) return null;
  return (
    <span className={full ? styles.full : styles.flags}>
      {role && known !== 'participant' && <span className={styles.role}>{roleWord}</span>}
      {notes && (
        <span className={styles.note} title={notes}>
          <Icon name="note" size={18} />
          <span className={full ? undefined : 'unseen'}>{notes}</span>
        </span>
      )}
      {diet && (
        <span className={styles.note} title={diet}>
          <Icon name="food" size={18} />
          <span className={full ? undefined : 'unseen'}>{diet}</span>
        </span>
      )}
    </span>
  );
}

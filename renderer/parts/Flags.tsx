import { useTranslation } from 'react-i18next';
import { flagOf } from '../../shared/model/flag';
import { ROLES } from '../../shared/model/participant';
import type { Participant } from '../../shared/model/participant';
import { Icon } from './Icon';
import styles from './Flags.module.css';

interface Props {
  person: Pick<Participant, 'role' | 'notes' | 'diet'>;
  /** With the whole text of each, where there is room; a loud note is then shown by itself, see `flagOf`. */
  full?: boolean;
}

/** What the person at the desk should know: a speaker, a note, a diet. */
export function Flags(props: Props) {
  const { role, notes, diet } = props.person;
  return role === 'participant' && !notes && !diet ? null : <Raised {...props} />;
}

function Raised({ person, full = false }: Props) {
  const { t } = useTranslation('terms');
  const { role, diet } = person;
  const { loud, text } = flagOf(person.notes);
  const notes = full && loud ? '' : text;
  const known = ROLES.find((one) => one === role);
  const roleWord = known ? t(`role.${known}`) : role;
  return (
    <span className={full ? styles.full : styles.flags}>
      {role && known !== 'participant' && <span className={styles.role}>{roleWord}</span>}
      {notes && (
        <span className={loud ? styles.loud : styles.note} title={notes}>
          <Icon name={loud ? 'warn' : 'note'} size={loud ? 20 : 18} />
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

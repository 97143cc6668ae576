import { useMemo, useState } from 'react';
import { TextInput, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import type { EventState } from '../../../shared/model/state';
import { fold } from '../../../shared/search/fold';
import { useEventDesk } from '../../desk';
import styles from './form.module.css';

interface Props {
  /** A name to begin the search with. */
  like: string;
  onPick(person: Participant): void;
}

const MOST = 6;

/** Finds the registration of somebody who sits in a panel. */
export function ParticipantPicker({ like, onPick }: Props) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const [typed, setTyped] = useState(like);
  const { participants } = state;
  const found = useMemo(() => namesLike(participants, typed), [participants, typed]);
  return (
    <div className={styles.picker}>
      <TextInput
        size="xs"
        autoFocus
        aria-label={t('findParticipant')}
        placeholder={t('findParticipant')}
        value={typed}
        onChange={(input) => setTyped(input.currentTarget.value)}
        onKeyDown={(press) => {
          if (press.key !== 'Enter') return;
          press.preventDefault();
          if (found[0]) onPick(found[0]);
        }}
      />
      {found.map((person) => (
        <UnstyledButton key={person.id} className={styles.pick} onClick={() => onPick(person)}>
          {fullName(person)}
          <span className={styles.quiet}>{person.organisation}</span>
        </UnstyledButton>
      ))}
      {found.length === 0 && <span className={styles.quiet}>{t('nobodyFound')}</span>}
    </div>
  );
}

/** Those in whose name or organisation every typed word occurs, whatever the accents. */
function namesLike(participants: EventState['participants'], typed: string): Participant[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const found: Participant[] = [];
  for (const person of participants) {
    if (found.length === MOST) break;
    const text = fold(`${fullName(person)} ${person.organisation}`);
    if (words.every((word) => text.includes(word))) found.push(person);
  }
  return found;
}

import { useMemo, useState } from 'react';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { fold } from '../../../shared/search/fold';
import { useEventDesk } from '../../desk';
import styles from './badges.module.css';

interface Props {
  picked: readonly string[];
  onPicked(picked: readonly string[]): void;
}

/** How many are listed at once: typing finds the rest. */
const MOST = 60;

/** People to tick, those ticked first; a few letters of a name or an organisation find anyone. */
export function PeoplePicker({ picked, onPicked }: Props) {
  const { t, i18n } = useTranslation('badges');
  const { state } = useEventDesk();
  const [typed, setTyped] = useState('');
  const people = useMemo(() => {
    const order = new Intl.Collator(i18n.language);
    return [...state.participants]
      .map((person) => ({ person, text: fold(`${fullName(person)} ${person.organisation}`) }))
      .sort((a, b) => order.compare(sortName(a.person), sortName(b.person)));
  }, [state.participants, i18n.language]);
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const found = people.filter(({ text }) => words.every((word) => text.includes(word)));
  const chosen = new Set(picked);
  const listed = [
    ...found.filter(({ person }) => chosen.has(person.id)),
    ...found.filter(({ person }) => !chosen.has(person.id)),
  ].slice(0, MOST);
  const toggle = (id: string) =>
    onPicked(chosen.has(id) ? picked.filter((one) => one !== id) : [...picked, id]);

  return (
    <div className={styles.picker}>
      <TextInput
        autoFocus
        aria-label={t('find')}
        placeholder={t('find')}
        value={typed}
        onChange={(input) => setTyped(input.currentTarget.value)}
        onKeyDown={(press) => {
          const [only] = found;
          if (press.key !== 'Enter' || !only) return;
          toggle(only.person.id);
          setTyped('');
        }}
      />
      <ul className={styles.people} aria-label={t('people')}>
        {listed.map(({ person }) => (
          <li key={person.id}>
            <Checkbox
              checked={chosen.has(person.id)}
              onChange={() => toggle(person.id)}
              label={
                <>
                  {fullName(person)} <span className={styles.quiet}>{person.organisation}</span>
                </>
              }
            />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.quiet}>{t('nobodyFound')}</p>}
      {found.length > MOST && (
        <p className={styles.quiet}>{t('more', { count: found.length - MOST })}</p>
      )}
      {picked.length > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => onPicked([])}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

const sortName = (person: Participant) => `${person.lastName} ${person.firstName}`.trim();

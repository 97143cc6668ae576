import { useMemo, useRef, useState } from 'react';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { useEventDesk } from '../../desk';
import { PeopleByName, peopleFound } from './peopleOrder';
import styles from './picker.module.css';
import words from './words.module.css';

interface Props {
  picked: readonly string[];
  onPicked(picked: readonly string[]): void;
}

/** Height of a line, px: enough for a finger. */
const ROW = 44;

/**
 * People to tick; a few letters of a name or an organisation find anyone. Those ticked come first once something
 * is typed, and stay where they are while they are ticked.
 */
export function PeoplePicker({ picked, onPicked }: Props) {
  const { t } = useTranslation('badges');
  const [typed, setTyped] = useState('');
  const [first, setFirst] = useState(picked);
  const people = usePeople();
  const found = useMemo(() => peopleFound(people, typed, first), [people, typed, first]);
  const chosen = useMemo(() => new Set(picked), [picked]);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  const toggle = (id: string) =>
    onPicked(chosen.has(id) ? picked.filter((one) => one !== id) : [...picked, id]);
  const type = (text: string) => {
    setTyped(text);
    setFirst(picked);
    virtual.scrollToOffset(0);
  };

  return (
    <div className={styles.picker}>
      <TextInput
        autoFocus
        aria-label={t('find')}
        placeholder={t('find')}
        value={typed}
        onChange={(input) => type(input.currentTarget.value)}
        onKeyDown={(press) => {
          const [only] = found;
          if (press.key !== 'Enter' || !only) return;
          toggle(only.id);
          setTyped('');
        }}
      />
      <div ref={scroll} className={styles.scroll} hidden={found.length === 0}>
        <ul
          className={styles.people}
          style={{ height: virtual.getTotalSize() }}
          aria-label={t('people')}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const person = found[index];
            return (
              person && (
                <li
                  key={person.id}
                  style={{ top: start, height: ROW }}
                  aria-posinset={index + 1}
                  aria-setsize={found.length}
                >
                  <Checkbox
                    checked={chosen.has(person.id)}
                    onChange={() => toggle(person.id)}
                    label={
                      <>
                        {fullName(person)}{' '}
                        <span className={words.quiet}>{person.organisation}</span>
                      </>
                    }
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
      {found.length === 0 && <p className={words.quiet}>{t('nobodyFound')}</p>}
      {picked.length > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => onPicked([])}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

/** Everybody by name, in the order of the app's language. */
function usePeople(): readonly Participant[] {
  const { i18n } = useTranslation();
  const { state } = useEventDesk();
  const [byName] = useState(() => new PeopleByName());
  const compare = useMemo(() => new Intl.Collator(i18n.language).compare, [i18n.language]);
  return useMemo(
    () => byName.follow(state.participants, compare),
    [byName, state.participants, compare],
  );
}

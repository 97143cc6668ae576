import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FocusEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import styles from './SetupScreen.module.css';

type Pair = [string, string];

interface Props {
  legend: string;
  /** What the two fields of a line are called. */
  first: string;
  second: string;
  pairs: Pair[];
  /** Answers false when they were not saved: what was typed then stays. */
  onSave(pairs: Pair[]): Promise<boolean>;
}

/** A short list of two fields each, such as contact persons; a line left empty goes away. */
export function Pairs({ legend, first, second, pairs, onSave }: Props) {
  const { t } = useTranslation('setup');
  const [draft, setDraft] = useState<Pair[]>();
  const shown = draft ?? pairs;
  const set = (at: number, place: 0 | 1, value: string) =>
    setDraft(
      shown.map(([one, other], index): Pair => {
        if (index !== at) return [one, other];
        return place === 0 ? [value, other] : [one, value];
      }),
    );
  const save = async (next: Pair[]) => {
    const kept = next.filter(([one, other]) => one.trim() !== '' || other.trim() !== '');
    const isNew = JSON.stringify(kept) !== JSON.stringify(pairs);
    if (isNew) setDraft(next);
    // Somebody may have gone on typing meanwhile.
    if (!isNew || (await onSave(kept)))
      setDraft((now) => (isNew && now !== next ? now : undefined));
  };
  /** Saved when the keyboard leaves the list, not between its fields. */
  const leave = (blur: FocusEvent<HTMLInputElement>) => {
    const list = blur.currentTarget.closest('fieldset');
    if (draft && !list?.contains(blur.relatedTarget)) void save(draft);
  };
  return (
    <fieldset className={styles.pairs}>
      <legend>{legend}</legend>
      {shown.map(([one, other], at) => (
        // The lines have no ids of their own and are never reordered.
        <div key={`line ${at + 1}`} className={styles.pair}>
          <TextInput
            size="sm"
            aria-label={`${first} ${at + 1}`}
            placeholder={first}
            value={one}
            maxLength={200}
            onBlur={leave}
            onChange={(change) => set(at, 0, change.currentTarget.value)}
          />
          <TextInput
            size="sm"
            aria-label={`${second} ${at + 1}`}
            placeholder={second}
            value={other}
            maxLength={500}
            onBlur={leave}
            onChange={(change) => set(at, 1, change.currentTarget.value)}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('pairs.remove', { name: one || at + 1 })}
            onClick={() => void save(shown.filter((_, index) => index !== at))}
          >
            <Icon name="close" size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button size="compact-sm" variant="default" onClick={() => setDraft([...shown, ['', '']])}>
        {t('pairs.add')}
      </Button>
    </fieldset>
  );
}

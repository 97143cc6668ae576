import { useState } from 'react';
import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './StartScreen.module.css';

/** What a new event is made from. */
export interface NewEvent {
  name: string;
  /** YYYY-MM-DD */
  date: string;
  region: string;
  venue: string;
  template: 'soteuttamo' | 'empty';
}

interface Props {
  busy: boolean;
  onMake(event: NewEvent): void;
}

/** Name and date are enough; the rest can be told later. */
export function NewEventForm({ busy, onMake }: Props) {
  const { t } = useTranslation('start');
  const [event, setEvent] = useState<NewEvent>(() => ({
    name: '',
    date: today(),
    region: '',
    venue: '',
    template: 'soteuttamo',
  }));
  const [missing, setMissing] = useState(false);
  const set = (part: Partial<NewEvent>) => setEvent((last) => ({ ...last, ...part }));
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        const ready = event.name.trim() !== '' && event.date !== '';
        setMissing(!ready);
        if (ready) onMake({ ...event, name: event.name.trim() });
      }}
    >
      <TextInput
        label={t('new.name')}
        placeholder={t('new.nameExample')}
        value={event.name}
        maxLength={300}
        required
        error={missing && event.name.trim() === '' ? t('new.nameMissing') : undefined}
        onChange={(change) => set({ name: change.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('new.date')}
        value={event.date}
        required
        error={missing && event.date === '' ? t('new.dateMissing') : undefined}
        onChange={(change) => set({ date: change.currentTarget.value })}
      />
      <Select
        label={t('new.template')}
        value={event.template}
        allowDeselect={false}
        data={[
          { value: 'soteuttamo', label: t('new.soteuttamo') },
          { value: 'empty', label: t('new.empty') },
        ]}
        onChange={(value) => set({ template: value === 'empty' ? 'empty' : 'soteuttamo' })}
      />
      <TextInput
        label={t('new.region')}
        value={event.region}
        maxLength={200}
        onChange={(change) => set({ region: change.currentTarget.value })}
      />
      <TextInput
        label={t('new.venue')}
        value={event.venue}
        maxLength={300}
        onChange={(change) => set({ venue: change.currentTarget.value })}
      />
      <Button type="submit" loading={busy}>
        {t('new.make')}
      </Button>
    </form>
  );
}

/** The local day, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

import { useTranslation } from 'react-i18next';
import type { EventDetails } from '../../../shared/model/event';
import { SavedText } from '../../parts/SavedField';
import styles from './SetupScreen.module.css';

type Next = EventDetails['next'];

interface Props {
  next: Next;
  onSave(fields: { next: Next }): Promise<boolean>;
}

/** The event that comes after this one: for the invitation as a calendar entry and for the materials page. */
export function NextEvent({ next, onSave }: Props) {
  const { t } = useTranslation('setup');
  const field = (name: keyof Next, label: string) => ({
    label,
    value: next[name],
    draftOf: `next ${name}`,
    onSave: (value: string) => onSave({ next: { ...next, [name]: value } }),
  });
  return (
    <fieldset className={styles.pairs}>
      <legend>{t('event.next')}</legend>
      <SavedText {...field('name', t('event.name'))} maxLength={300} />
      <SavedText {...field('date', t('event.date'))} type="date" />
      <div className={styles.two}>
        <SavedText {...field('start', t('event.nextStart'))} type="time" />
        <SavedText {...field('end', t('event.nextEnd'))} type="time" />
      </div>
      <SavedText {...field('venue', t('event.venue'))} maxLength={300} />
      <SavedText {...field('url', t('event.linkUrl'))} type="url" maxLength={2_000} />
    </fieldset>
  );
}

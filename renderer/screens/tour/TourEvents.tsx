import { useState } from 'react';
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TourEntry } from '../../../shared/tour/channels';
import { useSpeech } from '../../words/useSpeech';
import { MergeOffer } from './MergeOffer';
import { ToldMerge } from './ToldMerge';
import styles from './tour.module.css';

interface Props {
  entries: readonly TourEntry[];
  left: ReadonlySet<string>;
  onToggle(event: string): void;
  /** What a file holds, Base64. */
  bytesOf(file: string): string;
}

/** The events, each with where it was read and how its copies went together; one can be left out. */
export function TourEvents({ entries, left, onToggle, bytesOf }: Props) {
  const { t } = useTranslation('tour');
  const speech = useSpeech();
  const byDay = entries.toSorted((a, b) => (a.figures.event.date < b.figures.event.date ? -1 : 1));
  return (
    <ul className={styles.events}>
      {byDay.map(({ figures: { event, attendance }, from, told }) => (
        <li key={event.id}>
          <Checkbox
            checked={!event.sample && !left.has(event.id)}
            disabled={event.sample}
            label={`${event.name}, ${speech.day(event.date)}`}
            description={[
              event.sample
                ? t('sample')
                : t('came', { count: attendance.came, number: speech.number(attendance.came) }),
              from.map((file) => file || t('here')).join(' + '),
            ].join(' · ')}
            onChange={() => onToggle(event.id)}
          />
          {told.map((one) => (
            <details key={one.file} className={styles.how}>
              <summary>{t('told.title', { file: one.file })}</summary>
              <ToldMerge told={one.told} />
              {from.includes('') && <MergeHere bytes={bytesOf(one.file)} />}
            </details>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The file is only counted in; what it knows of the event can be taken into this laptop's for good. */
function MergeHere({ bytes }: { bytes: string }) {
  const { t } = useTranslation('tour');
  const [asked, setAsked] = useState(false);
  return (
    <div className={styles.merge}>
      {asked ? (
        <MergeOffer bytes={bytes} brief />
      ) : (
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('merge.ask')}
        </Button>
      )}
    </div>
  );
}

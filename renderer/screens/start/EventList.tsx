import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EventSummary } from '../../../shared/contract';
import { focusAtOnce } from '../../parts/focusAtOnce';
import { Icon } from '../../parts/Icon';
import { writeRoute } from '../../route';
import { useSpeech } from '../../words/useSpeech';
import styles from './StartScreen.module.css';

/** The events on this desk, the newest first; one key or touch opens one. */
export function EventList({ events }: { events: readonly EventSummary[] }) {
  const { t } = useTranslation('start');
  const speech = useSpeech();
  return (
    <section aria-labelledby="events-here">
      <Title order={2} size="h3" id="events-here">
        {t('events')}
      </Title>
      <ul className={styles.events}>
        {events.map((event, index) => (
          <li key={event.id}>
            <a
              className={`card ${styles.event}`}
              href={writeRoute({ at: 'event', event: event.id, screen: 'reception' })}
              ref={index === 0 ? focusAtOnce : undefined}
            >
              <Icon name={event.locked ? 'lock' : 'calendar'} size={28} />
              <span className={styles.eventWords}>
                <b>{event.locked ? t('passphrase:list.locked') : event.name}</b>
                <span className={styles.dim}>
                  {event.locked
                    ? t('passphrase:list.made', { day: speech.day(event.date) })
                    : speech.day(event.date)}
                </span>
              </span>
              <span className={styles.dim}>
                {event.locked
                  ? t('passphrase:list.needs')
                  : t('people', {
                      count: event.participants,
                      present: speech.number(event.present),
                      number: speech.number(event.participants),
                    })}
              </span>
              <Icon name="arrow" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

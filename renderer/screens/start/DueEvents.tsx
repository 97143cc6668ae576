import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../../shared/contract';
import { useDesk } from '../../desk/DeskContext';
import { useRole } from '../../desk/useRole';
import { Notice } from '../../parts/Notice';
import { writeRoute } from '../../route';
import { useSpeech } from '../../words/useSpeech';
import styles from './StartScreen.module.css';

/** So many are told one by one; more would push the events themselves off the page. */
const TOLD = 2;

/** Events whose personal data are due to be erased, each with the way to where that is done. */
export function DueEvents() {
  const { t } = useTranslation('erase');
  const desk = useDesk();
  const speech = useSpeech();
  const [due, setDue] = useState<AnswerOf<'events.due'>>([]);
  const atDesk = useRole() === 'desk';
  useEffect(() => {
    if (!atDesk) return undefined;
    let stays = true;
    // What is wrong with the files is told beside.
    desk.ask('events.due', {}).then(
      (answer) => stays && setDue(answer),
      () => {},
    );
    return () => {
      stays = false;
    };
  }, [desk, atDesk]);
  const way = (event: string) => (
    <a href={`${writeRoute({ at: 'event', event, screen: 'export' })}/erase`}>{t('due.go')}</a>
  );
  if (due.length <= TOLD) {
    return due.map((one) => (
      <Notice key={one.event} tone="warn" actions={way(one.event)}>
        <b>{one.name}:</b> {t('due.here', { day: speech.day(one.since), count: one.people })}
      </Notice>
    ));
  }
  return (
    <Notice tone="warn">
      <details className={styles.due}>
        <summary>{t('due.several', { count: due.length })}</summary>
        <ul>
          {due.map((one) => (
            <li key={one.event}>
              <span>
                <b>{one.name}</b> {t('due.one', { day: speech.day(one.since), count: one.people })}
              </span>
              {way(one.event)}
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}

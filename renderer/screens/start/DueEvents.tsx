import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../../shared/contract';
import { useDesk } from '../../desk/DeskContext';
import { useRole } from '../../desk/useRole';
import { Notice } from '../../parts/Notice';
import { writeRoute } from '../../route';
import { useSpeech } from '../../words/useSpeech';

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
  return due.map(({ event, name, since, people }) => (
    <Notice
      key={event}
      tone="warn"
      actions={
        <a href={`${writeRoute({ at: 'event', event, screen: 'export' })}/erase`}>{t('due.go')}</a>
      }
    >
      <b>{name}:</b> {t('due.here', { day: speech.day(since), count: people })}
    </Notice>
  ));
}

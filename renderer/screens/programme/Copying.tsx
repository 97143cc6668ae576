import { useState } from 'react';
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { copyOf } from '../../../shared/programme/copy';
import { formatClock } from '../../../shared/programme/length';
import { useEventDesk } from '../../desk';
import { Refused } from '../../parts/Refused';
import { useAsking } from '../../parts/useAsking';
import { useSpeech } from '../../words/useSpeech';
import styles from './replan.module.css';
import { useEscape } from './useEscape';
import { useOthers } from './useOthers';

/** Another event's programme becomes part of this one; with people only where that is wanted. */
export function Copying({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('programme');
  const { eventId, state } = useEventDesk();
  const { failure: inWords, day, language } = useSpeech(state.event.timeZone);
  const { ask, refused } = useAsking();
  const { events, event, choose, programme, failure } = useOthers(eventId);
  const [people, setPeople] = useState(false);
  const sessions = programme?.sessions ?? [];
  const leave = () => {
    document.querySelector<HTMLElement>('[data-copy]')?.focus();
    onClose();
  };
  useEscape(leave);
  const apply = async () => {
    const copies = sessions.map((one) => copyOf(one, people));
    if (await ask({ type: 'programme.add', sessions: copies })) leave();
  };
  const separator = language === 'en' ? ':' : '.';
  return (
    <section className={styles.replan} aria-label={t('copyFrom')}>
      {events?.length === 0 ? (
        <p className={styles.why}>{t('copyNone')}</p>
      ) : (
        <>
          <NativeSelect
            className={styles.drop}
            label={t('copyWhich')}
            value={event}
            autoFocus
            onChange={(input) => choose(input.currentTarget.value)}
            data={(events ?? []).map((one) => ({
              value: one.id,
              label: one.locked
                ? t('copyLocked', { date: one.date })
                : `${one.name}, ${day(one.date)}`,
            }))}
          />
          <Checkbox
            label={t('copyPeople')}
            checked={people}
            onChange={(input) => setPeople(input.currentTarget.checked)}
          />
          {programme && sessions.length === 0 && <p className={styles.why}>{t('copyEmpty')}</p>}
          {sessions.length > 0 && (
            <ol className={styles.list}>
              {sessions.map((one, at) => (
                <li key={at}>
                  <b>{formatClock(one.plannedStart, separator)}</b> {one.title || t('untitled')}
                  {one.room && <span className={styles.quiet}> · {one.room}</span>}
                </li>
              ))}
            </ol>
          )}
        </>
      )}
      {failure && <Refused why={inWords(failure)} />}
      <Refused why={refused} />
      <div className={styles.formEnd}>
        <Button disabled={sessions.length === 0} onClick={() => void apply()}>
          {t('copyApply', { count: sessions.length })}
        </Button>
        <Button variant="default" onClick={leave}>
          {t('common:cancel')}
        </Button>
        <span className={styles.quiet}>{t('applyUndo')}</span>
      </div>
    </section>
  );
}

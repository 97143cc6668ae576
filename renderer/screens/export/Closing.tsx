import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateOf } from '../../../shared/programme/instant';
import { useEventDesk } from '../../desk/EventDesk';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { useSpeech } from '../../words/useSpeech';
import styles from './ExportScreen.module.css';

/** When everybody has gone: attendance is made final, and can be opened again. */
export function Closing() {
  const { t } = useTranslation('export');
  const { state, send } = useEventDesk();
  const { closedAt, timeZone } = state.event;
  const speech = useSpeech(timeZone);
  const [refused, setRefused] = useState('');
  // Erased is final: there is nothing left to close or open.
  if (state.event.erasedAt !== null) return null;
  const ask = async (type: 'event.close' | 'event.reopen') => {
    const outcome = await send({ type });
    setRefused(outcome.ok ? '' : speech.refusal(outcome));
  };
  return (
    <section className={`card ${styles.document}`} aria-labelledby="closing">
      <Icon name={closedAt === null ? 'leave' : 'lock'} size={30} />
      <div className={styles.words}>
        <h2 id="closing">{t('close.title')}</h2>
        <p aria-live="polite">
          {closedAt === null
            ? t('close.text')
            : t('close.closed', {
                day: speech.day(dateOf(closedAt, timeZone)),
                at: speech.clock(closedAt),
              })}
        </p>
        <div role="alert">{refused && <Notice tone="bad">{refused}</Notice>}</div>
      </div>
      <Button
        size="md"
        variant="default"
        onClick={() => void ask(closedAt === null ? 'event.close' : 'event.reopen')}
      >
        {t(closedAt === null ? 'close.do' : 'close.reopen')}
      </Button>
    </section>
  );
}

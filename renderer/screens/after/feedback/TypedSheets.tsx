import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { askedQuestions, CHOICE_KEYS } from '../../../../shared/model/asked';
import type { Feedback } from '../../../../shared/model/feedback';
import { useEventDesk } from '../../../desk';
import { useSend } from '../../../parts/useSend';
import styles from './feedback.module.css';

/** How many of the last ones are shown: enough to notice a slip. */
const SHOWN = 5;

/** The paper forms saved last, each to be taken out again. */
export function TypedSheets({ sheets }: { sheets: readonly Feedback[] }) {
  const { t } = useTranslation('feedback');
  const { event } = useEventDesk().state;
  const send = useSend();
  const [removing, setRemoving] = useState('');
  if (sheets.length === 0) return null;
  const asked = askedQuestions(event.questions).filter(({ kind }) => kind !== 'text');
  const told = ({ answers }: Feedback) => {
    const short = asked.map(({ id, kind }) => {
      const said = answers[id];
      if (typeof said === 'boolean') return t(said ? 'yes' : 'no');
      if (typeof said !== 'number') return '–';
      return kind === 'choice' ? (CHOICE_KEYS[said] ?? '–').toUpperCase() : String(said);
    });
    const written = Object.values(answers).filter((said) => typeof said === 'string').length;
    return [...short, ...(written ? [t('typing.words', { count: written })] : [])].join(' · ');
  };
  return (
    <>
      <h4 className={styles.lastHead}>{t('typing.last')}</h4>
      <ol className={styles.last} aria-label={t('typing.last')}>
        {sheets
          .slice(-SHOWN)
          .toReversed()
          .map((sheet) => (
            <li key={sheet.id}>
              <span>{told(sheet)}</span>
              {removing === sheet.id ? (
                <span className={styles.sure}>
                  <span role="alert">{t('typing.sure')}</span>
                  <Button
                    size="compact-sm"
                    color="red"
                    onClick={() => {
                      setRemoving('');
                      void send({ type: 'feedback.remove', feedback: sheet.id });
                    }}
                  >
                    {t('typing.remove')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    autoFocus
                    onClick={() => setRemoving('')}
                  >
                    {t('typing.keep')}
                  </Button>
                </span>
              ) : (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('typing.removeOf', { sheet: told(sheet) })}
                  onClick={() => setRemoving(sheet.id)}
                >
                  {t('typing.remove')}
                </Button>
              )}
            </li>
          ))}
      </ol>
    </>
  );
}

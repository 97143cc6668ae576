import { useId, useState } from 'react';
import { Box, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { questionText } from '../../../../shared/figures/words';
import { askedQuestions } from '../../../../shared/model/asked';
import type { Feedback } from '../../../../shared/model/feedback';
import { useEventDesk } from '../../../desk';
import { useFigureWords } from '../useFigureWords';
import styles from './feedback.module.css';

/** What guests answered in words, question by question; for the organiser, and gone once data are erased. */
export function Opinions({ sheets }: { sheets: readonly Feedback[] }) {
  const { t } = useTranslation('feedback');
  const { event } = useEventDesk().state;
  const words = useFigureWords(event.timeZone);
  const id = useId();
  const [told, setTold] = useState('');
  const asked = askedQuestions(event.questions)
    .filter(({ kind }) => kind === 'text')
    .map((question) => ({
      id: question.id,
      text: questionText(question.id, event.questions, words),
      said: sheets.flatMap(({ id: sheet, answers }) => {
        const answer = answers[question.id];
        return typeof answer === 'string' ? [{ sheet, answer }] : [];
      }),
    }))
    .filter(({ said }) => said.length > 0);
  const copy = async () => {
    const text = asked
      .map(({ text: question, said }) =>
        [question, ...said.map(({ answer }) => `– ${answer}`)].join('\n'),
      )
      .join('\n\n');
    try {
      await navigator.clipboard.writeText(text);
      setTold(t('opinions.copied'));
    } catch {
      setTold(t('opinions.byHand'));
    }
  };
  return (
    <section className={styles.opinions} aria-labelledby={id}>
      <header className={styles.opinionsHead}>
        <h3 id={id}>{t('opinions.title')}</h3>
        {asked.length > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => void copy()}>
            {t('opinions.copy')}
          </Button>
        )}
      </header>
      <output className={styles.told}>{told}</output>
      <p className={styles.how}>{t(asked.length > 0 ? 'opinions.how' : 'opinions.none')}</p>
      {asked.map((question) => (
        <div key={question.id}>
          <h4>{question.text}</h4>
          {/* A long list is scrolled, so the keyboard has to get to it. */}
          <Box
            component="section"
            className={styles.scrolled}
            tabIndex={0}
            aria-label={question.text}
          >
            <ul className={styles.said}>
              {question.said.map(({ sheet, answer }) => (
                <li key={sheet}>{answer}</li>
              ))}
            </ul>
          </Box>
        </div>
      ))}
    </section>
  );
}

import { useId, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { askedQuestions } from '../../../../shared/model/asked';
import type { Answers, Feedback } from '../../../../shared/model/feedback';
import { useEventDesk } from '../../../desk';
import { useSpeech } from '../../../words/useSpeech';
import { PaperField } from './PaperField';
import { TypedSheets } from './TypedSheets';
import styles from './feedback.module.css';

/** Paper forms by keyboard: one key an answer, the last Enter saves and the next form begins. */
export function PaperEntry({ sheets }: { sheets: readonly Feedback[] }) {
  const { t } = useTranslation('feedback');
  const { state, send } = useEventDesk();
  const speech = useSpeech();
  const id = useId();
  const [answers, setAnswers] = useState<Answers>({});
  const [said, setSaid] = useState('');
  const [saving, setSaving] = useState(false);
  const row = useRef<HTMLFormElement>(null);
  const questions = askedQuestions(state.event.questions);

  const fields = () => [
    ...(row.current?.querySelectorAll<HTMLInputElement>('input[data-answer]') ?? []),
  ];
  const save = async () => {
    if (saving) return;
    const given = Object.entries(answers).filter(
      ([, answer]) => typeof answer !== 'string' || answer.trim() !== '',
    );
    if (given.length === 0) return setSaid(t('typing.emptySheet'));
    setSaving(true);
    const outcome = await send({
      type: 'feedback.give',
      answers: Object.fromEntries(given),
      source: 'paper',
    });
    setSaving(false);
    if (!outcome.ok) return setSaid(speech.refusal(outcome));
    setSaid('');
    setAnswers({});
    fields()[0]?.focus();
  };
  const goOn = (from: HTMLInputElement) => {
    const all = fields();
    const next = all[all.indexOf(from) + 1];
    if (next) next.focus();
    else row.current?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
  };
  return (
    <section className={styles.typing} aria-labelledby={id}>
      <h3 id={id}>{t('typing.title')}</h3>
      <p className={styles.how}>{t('typing.how')}</p>
      <form
        ref={row}
        className={styles.row}
        autoComplete="off"
        onSubmit={(submit) => {
          submit.preventDefault();
          void save();
        }}
      >
        {questions.map((question, at) => (
          <PaperField
            key={question.id}
            question={question}
            number={at + 1}
            said={answers[question.id]}
            onWrong={setSaid}
            onSay={(answer) => {
              setSaid('');
              setAnswers(({ [question.id]: _, ...others }) =>
                answer === undefined ? others : { ...others, [question.id]: answer },
              );
            }}
            onDone={(field, byEnter) => {
              const isLast = at === questions.length - 1;
              if (isLast && byEnter) void save();
              else goOn(field);
            }}
          />
        ))}
        <Button type="submit" loading={saving}>
          {t('typing.save')}
        </Button>
      </form>
      <p className={styles.trouble} role="alert">
        {said}
      </p>
      <output className={styles.count}>{t('typing.count', { count: sheets.length })}</output>
      <TypedSheets sheets={sheets} />
    </section>
  );
}

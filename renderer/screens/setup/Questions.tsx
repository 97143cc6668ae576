import { useState } from 'react';
import { Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import { answeredQuestions } from '../../../shared/commands/questions';
import { inWords, questionText } from '../../../shared/figures/words';
import { STANDARD_QUESTIONS } from '../../../shared/model/feedback';
import type { Question } from '../../../shared/model/feedback';
import { useEventDesk } from '../../desk';
import { MoveKeys } from '../../parts/MoveKeys';
import { Notice } from '../../parts/Notice';
import { useSpeech } from '../../words/useSpeech';
import { useFigureWords } from '../after/useFigureWords';
import { KioskDoor } from '../kiosk/KioskDoor';
import { QuestionForm } from './QuestionForm';
import styles from './Questions.module.css';

/** As many as an event can have, see the model. */
const MOST = 20;

const NO_WORDS = { fi: '', sv: '', en: '' };

/** What guests are asked: the standard questions as they are, the event's own to be written. */
export function Questions() {
  const { t } = useTranslation('feedback');
  const { state, send } = useEventDesk();
  const speech = useSpeech();
  const words = useFigureWords(state.event.timeZone);
  const [editing, setEditing] = useState<Question>();
  const [removing, setRemoving] = useState('');
  const [refused, setRefused] = useState('');
  const own = state.event.questions;
  const answered = answeredQuestions(state);
  const save = async (questions: Question[]) => {
    const outcome = await send({ type: 'event.edit', fields: { questions } });
    setRefused(outcome.ok ? '' : speech.refusal(outcome));
    return outcome.ok;
  };
  const put = async (question: Question) => {
    const isNew = own.every(({ id }) => id !== question.id);
    const changed = isNew
      ? [...own, question]
      : own.map((one) => (one.id === question.id ? question : one));
    if (await save(changed)) setEditing(undefined);
  };
  const move = (from: number, to: number) => {
    const moved = own[from];
    if (moved) void save(own.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  const remove = (id: string) => {
    setRemoving('');
    void save(own.filter((one) => one.id !== id));
  };
  const form = (question: Question) => (
    <QuestionForm
      key={question.id}
      question={question}
      isAnswered={answered.has(question.id)}
      onSave={(changed) => void put(changed)}
      onCancel={() => {
        setEditing(undefined);
        setRefused('');
      }}
    />
  );
  return (
    <section className={`card ${styles.questions}`} aria-labelledby="questions">
      <Title order={2} size="h3" id="questions">
        {t('questions.title')}
      </Title>
      <p className={styles.how}>{t('questions.standard')}</p>
      <ol className={styles.list} aria-label={t('questions.standardList')}>
        {STANDARD_QUESTIONS.map(({ id, kind }) => (
          <li key={id}>
            <span>{questionText(id, own, words)}</span>
            <small>{t(`questions.kind.${kind}`)}</small>
          </li>
        ))}
      </ol>
      <Title order={3} size="h5">
        {t('questions.ownList')}
      </Title>
      <div role="alert">{refused && <Notice tone="bad">{refused}</Notice>}</div>
      {own.length === 0 && !editing && <p className={styles.how}>{t('questions.none')}</p>}
      <ol className={styles.list} aria-label={t('questions.ownList')}>
        {own.map((question, at) => {
          const text = inWords(question.text, words.language);
          if (editing?.id === question.id) return <li key={question.id}>{form(editing)}</li>;
          return (
            <li key={question.id}>
              <span>{text}</span>
              <small>{t(`questions.kind.${question.kind}`)}</small>
              {removing === question.id ? (
                <span className={styles.keys}>
                  <span role="alert">{t('questions.removeSure')}</span>
                  <Button size="compact-sm" color="red" onClick={() => remove(question.id)}>
                    {t('questions.remove')}
                  </Button>
                  <Button size="compact-sm" variant="default" onClick={() => setRemoving('')}>
                    {t('questions.keep')}
                  </Button>
                </span>
              ) : (
                <span className={styles.keys}>
                  <MoveKeys
                    up={t('questions.up', { question: text })}
                    down={t('questions.down', { question: text })}
                    onUp={at > 0 ? () => move(at, at - 1) : undefined}
                    onDown={at < own.length - 1 ? () => move(at, at + 1) : undefined}
                  />
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('questions.editOf', { question: text })}
                    onClick={() => setEditing(question)}
                  >
                    {t('questions.edit')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('questions.removeOf', { question: text })}
                    onClick={() =>
                      answered.has(question.id) ? setRemoving(question.id) : remove(question.id)
                    }
                  >
                    {t('questions.remove')}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {editing && own.every(({ id }) => id !== editing.id) && form(editing)}
      {!editing &&
        (own.length < MOST ? (
          <Button
            variant="default"
            onClick={() =>
              setEditing({ id: ulid(), kind: 'scale', text: { ...NO_WORDS }, choices: [] })
            }
          >
            {t('questions.add')}
          </Button>
        ) : (
          <p className={styles.how}>{t('questions.most', { count: MOST })}</p>
        ))}
      <KioskDoor />
    </section>
  );
}

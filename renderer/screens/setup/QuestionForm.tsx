import { useState } from 'react';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { QUESTION_KINDS } from '../../../shared/model/feedback';
import type { Question } from '../../../shared/model/feedback';
import { LANGUAGES } from '../../words/languages';
import { choicesOf, linesOf } from './choiceLines';
import styles from './Questions.module.css';

interface Props {
  question: Question;
  /** Its kind stays then. */
  isAnswered: boolean;
  onSave(question: Question): void;
  onCancel(): void;
}

/** One question of the event's own, in three languages; a language without words shows another's. */
export function QuestionForm({ question, isAnswered, onSave, onCancel }: Props) {
  const { t } = useTranslation('feedback');
  const [kind, setKind] = useState(question.kind);
  const [text, setText] = useState(question.text);
  const [lines, setLines] = useState(() => linesOf(question.choices));
  return (
    <form
      className={styles.form}
      onSubmit={(submit) => {
        submit.preventDefault();
        onSave({ ...question, kind, text, choices: kind === 'choice' ? choicesOf(lines) : [] });
      }}
    >
      <NativeSelect
        size="sm"
        label={t('questions.kind')}
        description={isAnswered ? t('questions.kindFixed') : undefined}
        disabled={isAnswered}
        value={kind}
        data={QUESTION_KINDS.map((value) => ({ value, label: t(`questions.kind.${value}`) }))}
        onChange={({ currentTarget }) =>
          setKind(QUESTION_KINDS.find((one) => one === currentTarget.value) ?? kind)
        }
      />
      {LANGUAGES.map((language) => (
        <TextInput
          key={language}
          size="sm"
          lang={language}
          label={t(`questions.text.${language}`)}
          maxLength={500}
          autoComplete="off"
          value={text[language]}
          onChange={({ currentTarget: { value } }) =>
            setText((last) => ({ ...last, [language]: value }))
          }
        />
      ))}
      {kind === 'choice' &&
        LANGUAGES.map((language, at) => (
          <Textarea
            key={language}
            size="sm"
            lang={language}
            autosize
            minRows={2}
            label={t(`questions.choices.${language}`)}
            description={at === 0 ? t('questions.choicesHow') : undefined}
            value={lines[language]}
            onChange={({ currentTarget: { value } }) =>
              setLines((last) => ({ ...last, [language]: value }))
            }
          />
        ))}
      <div className={styles.keys}>
        <Button type="submit" size="sm">
          {t('questions.save')}
        </Button>
        <Button size="sm" variant="default" onClick={onCancel}>
          {t('questions.cancel')}
        </Button>
      </div>
    </form>
  );
}

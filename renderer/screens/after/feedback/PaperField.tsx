import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { questionText } from '../../../../shared/figures/words';
import { CHOICE_KEYS } from '../../../../shared/model/asked';
import type { Asked } from '../../../../shared/model/asked';
import type { Answers } from '../../../../shared/model/feedback';
import { useEventDesk } from '../../../desk';
import { useFigureWords } from '../useFigureWords';
import { answerOfKey } from './paperKeys';
import styles from './feedback.module.css';

interface Props {
  question: Asked;
  /** As on the paper form, from 1. */
  number: number;
  said: Answers[string] | undefined;
  onSay(answer: Answers[string] | undefined): void;
  /** Tells which keys answer it. */
  onWrong(why: string): void;
  /** The next question's turn. */
  onDone(field: HTMLInputElement, byEnter: boolean): void;
}

/** One question of the row: a single key, or words. */
export function PaperField({ question, number, said, onSay, onWrong, onDone }: Props) {
  const { t } = useTranslation('feedback');
  const { event } = useEventDesk().state;
  const words = useFigureWords(event.timeZone);
  const id = useId();
  const { kind, choices } = question;
  const lastChoice = CHOICE_KEYS[choices.length - 1] ?? '';
  const keys =
    kind === 'scale'
      ? t('typing.scaleKeys')
      : kind === 'yesNo'
        ? t('typing.yesNoKeys')
        : kind === 'choice'
          ? `1–${lastChoice.toUpperCase()}`
          : '';
  const shown =
    typeof said === 'boolean'
      ? t(said ? 'yes' : 'no')
      : typeof said === 'number' && kind === 'choice'
        ? (CHOICE_KEYS[said] ?? '').toUpperCase()
        : (said ?? '');
  return (
    <div className={styles.field} data-kind={kind}>
      <label htmlFor={id}>
        {`${number}. ${questionText(question.id, event.questions, words)}`}
        {keys !== '' && <small>{` ${keys}`}</small>}
      </label>
      <input
        id={id}
        data-answer
        autoComplete="off"
        maxLength={5_000}
        readOnly={kind !== 'text'}
        value={shown}
        onChange={({ currentTarget }) => {
          if (kind === 'text') onSay(currentTarget.value || undefined);
        }}
        onKeyDown={(press) => {
          const { key, currentTarget } = press;
          if (press.ctrlKey || press.altKey || press.metaKey) return;
          if (key === 'Enter') {
            press.preventDefault();
            onDone(currentTarget, true);
            return;
          }
          if (kind === 'text') return;
          if (key === 'Backspace' || key === 'Delete') return onSay(undefined);
          if (key.length !== 1) return;
          press.preventDefault();
          const answer = answerOfKey(question, key);
          if (answer === undefined) return onWrong(t('typing.wrong', { keys }));
          onSay(answer);
          onDone(currentTarget, false);
        }}
      />
    </div>
  );
}

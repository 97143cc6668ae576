import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { inWords, questionText } from '../../../shared/figures/words';
import type { Asked } from '../../../shared/model/asked';
import { SCALE } from '../../../shared/model/feedback';
import type { Answers } from '../../../shared/model/feedback';
import { Icon } from '../../parts/Icon';
import { useFigureWords } from '../after/useFigureWords';
import { useKiosk } from './KioskEvent';
import styles from './Kiosk.module.css';

type Said = Answers[string] | undefined;

interface Props {
  question: Asked;
  said: Said;
  onSay(said: Said): void;
}

/** One question with what a finger needs to answer it; a second touch takes an answer back. */
export function Answer({ question, said, onSay }: Props) {
  const { t } = useTranslation('feedback');
  const { questions } = useKiosk();
  const id = useId();
  const words = useFigureWords('UTC');
  const text = questionText(question.id, questions, words);
  const touch = (value: Answers[string], label: string, below = '') => (
    <button
      key={String(value)}
      type="button"
      className={styles.touch}
      aria-pressed={said === value}
      onClick={() => onSay(said === value ? undefined : value)}
    >
      <span className={styles.label}>
        {said === value && <Icon name="check" size={22} />}
        {label}
      </span>
      {below !== '' && <small>{below}</small>}
    </button>
  );
  if (question.kind === 'text') {
    return (
      <label className={styles.question}>
        <span className={styles.asked}>{text}</span>
        <textarea
          className={styles.words}
          rows={4}
          maxLength={2_000}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={typeof said === 'string' ? said : ''}
          onChange={({ currentTarget }) => onSay(currentTarget.value || undefined)}
        />
        <small className={styles.hint}>{t('kiosk.noNames')}</small>
      </label>
    );
  }
  return (
    <fieldset aria-labelledby={id} className={styles.question}>
      <h2 id={id} className={styles.asked}>
        {text}
      </h2>
      <div className={styles.touches} data-kind={question.kind}>
        {question.kind === 'scale' &&
          Array.from({ length: SCALE }, (_, step) =>
            touch(
              step + 1,
              String(step + 1),
              step === 0 ? t('scale.least') : step === SCALE - 1 ? t('scale.most') : '',
            ),
          )}
        {question.kind === 'yesNo' && [touch(true, t('yes')), touch(false, t('no'))]}
        {question.kind === 'choice' &&
          question.choices.map((choice, place) => touch(place, inWords(choice, words.language)))}
      </div>
    </fieldset>
  );
}

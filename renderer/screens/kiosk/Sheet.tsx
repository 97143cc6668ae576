import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answersToSend, stepsOf } from '../../../shared/model/asked';
import type { Answers } from '../../../shared/model/feedback';
import { rememberedLanguage } from '../../words/languages';
import { Answer } from './Answer';
import { useKiosk } from './KioskEvent';
import { useIdle } from './useIdle';
import styles from './Kiosk.module.css';

interface Props {
  onGive(answers: Answers): void;
  onIdle(): void;
}

/** One guest's answers, page by page; every question may be passed over. */
export function Sheet({ onGive, onIdle }: Props) {
  const { t, i18n } = useTranslation('feedback');
  const { questions } = useKiosk();
  const id = useId();
  const [answers, setAnswers] = useState<Answers>({});
  const [at, setAt] = useState(0);
  const [empty, setEmpty] = useState(false);
  const steps = stepsOf(questions, answers);
  const page = Math.min(at, steps.length - 1);
  const step = steps[page] ?? [];
  const isLast = page === steps.length - 1;
  const isBlank = page === 0 && Object.keys(answers).length === 0;
  const asking = useIdle(!isBlank || i18n.language !== rememberedLanguage(), onIdle);

  const title = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLElement>(null);
  const turned = useRef(0);
  useEffect(() => {
    // Nobody has turned a page of a clean sheet: whoever reads it aloud begins at the top.
    if (turned.current === page) return;
    turned.current = page;
    main.current?.scrollTo({ top: 0 });
    title.current?.focus({ preventScroll: true });
  }, [page]);

  const answer = (question: string, said: Answers[string] | undefined) => {
    setEmpty(false);
    setAnswers(({ [question]: _, ...others }) =>
      said === undefined ? others : { ...others, [question]: said },
    );
  };
  const isAnswered = step.some((question) => {
    const said = answers[question.id];
    return said !== undefined && said !== '';
  });
  const give = () => {
    const said = answersToSend(answers);
    const hasWords = Object.values(said).some(
      (one) => typeof one !== 'string' || one.trim() !== '',
    );
    if (hasWords) onGive(said);
    else setEmpty(true);
  };
  return (
    <>
      <main ref={main} className={styles.main} aria-labelledby={id}>
        <form
          className={styles.sheet}
          autoComplete="off"
          onSubmit={(submit) => {
            submit.preventDefault();
            if (isLast) give();
            else setAt(page + 1);
          }}
        >
          <div className={styles.opening}>
            <h1 ref={title} id={id} tabIndex={-1}>
              {t('kiosk.title')}
            </h1>
            <p>{t('kiosk.anonymous')}</p>
          </div>
          <div className={styles.progress}>
            <progress
              max={steps.length}
              value={page + 1}
              aria-label={t('kiosk.page', { page: page + 1, pages: steps.length })}
            />
            <span aria-hidden="true">{`${page + 1} / ${steps.length}`}</span>
          </div>
          {step.map((question) => (
            <Answer
              key={question.id}
              question={question}
              said={answers[question.id]}
              onSay={(said) => answer(question.id, said)}
            />
          ))}
          <p className={styles.empty} role="alert">
            {empty && t('kiosk.empty')}
          </p>
          <div className={styles.keys}>
            {page > 0 && (
              <button type="button" className={styles.plain} onClick={() => setAt(page - 1)}>
                {t('kiosk.back')}
              </button>
            )}
            <button type="submit" className={isAnswered || isLast ? styles.go : styles.plain}>
              {t(isLast ? 'kiosk.send' : isAnswered ? 'kiosk.forward' : 'kiosk.skip')}
            </button>
          </div>
        </form>
      </main>
      {asking && (
        <div className={styles.idle} role="alert">
          <p>{t('kiosk.stillThere')}</p>
          {/* Any touch is an answer; this one is there to be seen. */}
          <button type="button" className={styles.go}>
            {t('kiosk.goOn')}
          </button>
        </div>
      )}
    </>
  );
}

import { useEffect, useId, useState } from 'react';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { compared, eventBefore } from '../../../shared/figures/comparison';
import type { Figures } from '../../../shared/figures/model';
import type { FigureWords } from '../../../shared/figures/words';
import type { AnswerOf, Failure } from '../../../shared/contract';
import { failureOf, useDesk } from '../../desk';
import { Notice } from '../../parts/Notice';
import { useSpeech } from '../../words/useSpeech';
import styles from './after.module.css';

interface Props {
  figures: Figures;
  words: FigureWords;
}

/** This event beside another one of this desk: the one before it, unless a person picks another. */
export function Comparison({ figures, words }: Props) {
  const { t } = useTranslation('after');
  const desk = useDesk();
  const speech = useSpeech(figures.event.timeZone);
  const id = useId();
  const [others, setOthers] = useState<AnswerOf<'figures.events'>>();
  const [failure, setFailure] = useState<Failure>();
  const [chosen, setChosen] = useState('');
  const event = figures.event.id;
  useEffect(() => {
    let stays = true;
    desk.ask('figures.events', { except: event }).then(
      (answer) => stays && setOthers(answer),
      (error: unknown) => stays && setFailure(failureOf(error)),
    );
    return () => {
      stays = false;
    };
  }, [desk, event]);
  const list = others?.figures ?? [];
  const other = list.find((one) => one.event.id === chosen) ?? eventBefore(figures, list);
  return (
    <section className={`card ${styles.section}`} aria-labelledby={id}>
      <header className={styles.sectionHead}>
        <h2 id={id}>{t('comparison')}</h2>
        {other && (
          <Select
            aria-label={t('comparison.with')}
            value={other.event.id}
            allowDeselect={false}
            data={list.map((one) => ({
              value: one.event.id,
              label: `${one.event.name}, ${one.event.date}`,
            }))}
            onChange={(value) => setChosen(value ?? '')}
          />
        )}
      </header>
      <div role="alert">{failure && <Notice tone="bad">{speech.failure(failure)}</Notice>}</div>
      {others && others.locked > 0 && (
        <p className={styles.says}>{t('comparison.locked', { count: others.locked })}</p>
      )}
      {others && !other && <p className={styles.says}>{t('comparison.none')}</p>}
      {other && (
        <table className={styles.comparison}>
          <thead>
            <tr>
              <th scope="col">{words.say('column.what')}</th>
              <th scope="col" data-number>
                {t('comparison.this')}
              </th>
              <th scope="col" data-number>
                {other.event.name}
              </th>
              <th scope="col" data-number>
                {t('comparison.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {compared(figures, other, words).map((line) => (
              <tr key={line.name}>
                <th scope="row">{line.name}</th>
                <td data-number>{line.here}</td>
                <td data-number>{line.there}</td>
                <td data-number>{line.change}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

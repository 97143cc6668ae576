import { useMemo } from 'react';
import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { figuresOf } from '../../../shared/figures/figures';
import { sectionsOf } from '../../../shared/figures/sections';
import { number, percent } from '../../../shared/figures/words';
import type { FigureWords } from '../../../shared/figures/words';
import type { Attendance } from '../../../shared/figures/model';
import { useEventDesk, useTick } from '../../desk';
import { Notice } from '../../parts/Notice';
import styles from './after.module.css';
import { Comparison } from './Comparison';
import { FeedbackDesk } from './FeedbackDesk';
import { FigureCard } from './FigureCard';
import { ReleaseText } from './ReleaseText';
import { ReportMenu } from './ReportMenu';
import { useFigureWords } from './useFigureWords';

/** How often what still runs is counted anew, ms. */
const RECOUNT = 10_000;

/** What the day came to: in figures, drawings and words that can be taken along. */
export function AfterScreen() {
  const { t } = useTranslation('after');
  const { state, now } = useEventDesk();
  const words = useFigureWords(state.event.timeZone);
  useTick(RECOUNT);
  const at = Math.floor(now() / RECOUNT) * RECOUNT;
  const figures = useMemo(() => figuresOf(state, at), [state, at]);
  const sections = useMemo(
    () => sectionsOf(figures, words, state.event.questions),
    [figures, words, state.event.questions],
  );
  const fileName = `nuija-${figures.event.date}`;
  return (
    <div className={styles.after}>
      <header className={styles.head}>
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <ReportMenu />
      </header>
      <Headline attendance={figures.attendance} words={words} />
      {figures.attendance.came === 0 && <Notice tone="calm">{t('nobodyYet')}</Notice>}
      <div className={styles.sections}>
        {sections.map((section) => (
          <FigureCard key={section.key} section={section} fileName={fileName} />
        ))}
        <ReleaseText figures={figures} />
        <Comparison figures={figures} words={words} />
        <FeedbackDesk />
      </div>
    </div>
  );
}

/** The few figures that everybody asks for first. */
function Headline({ attendance, words }: { attendance: Attendance; words: FigureWords }) {
  const tiles: Array<[string, string, string]> = [
    [
      words.say('came'),
      number(words, attendance.came),
      percent(words, attendance.cameOfRegistered),
    ],
    [words.say('registered'), number(words, attendance.registered), ''],
    [words.say('walkIns'), number(words, attendance.walkIns), ''],
    [
      words.say('noShows'),
      number(words, attendance.noShows),
      percent(words, attendance.noShowShare),
    ],
    [words.say('organisations'), number(words, attendance.organisations.came), ''],
  ];
  return (
    <dl className={styles.headline}>
      {tiles.map(([name, value, share]) => (
        <div key={name} className="card">
          <dt>{name}</dt>
          <dd>
            {value}
            {share !== '' && share !== '–' && <small>{share}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

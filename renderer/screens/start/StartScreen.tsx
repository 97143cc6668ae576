import { useEffect, useState } from 'react';
import { Loader, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerOf, EventSummary, Failure } from '../../../shared/contract';
import { useDesk } from '../../desk/DeskContext';
import { failureOf } from '../../desk/replica';
import { LanguageSwitch } from '../../frame/LanguageSwitch';
import { RecoveryWords } from '../../frame/RecoveryWords';
import { SchemeSwitch } from '../../frame/SchemeSwitch';
import { Notice } from '../../parts/Notice';
import { useSpeech } from '../../words/useSpeech';
import { About } from './About';
import { ClosedEvent } from './ClosedEvent';
import { DueEvents } from './DueEvents';
import { EventList } from './EventList';
import { ToTour } from './ToTour';
import { WaysToBegin } from './WaysToBegin';
import styles from './StartScreen.module.css';

/** The first page: the events of this desk, and the ways to a new one. */
export function StartScreen() {
  const { t } = useTranslation('start');
  const speech = useSpeech();
  const { events, info, failure } = useWhatIsHere();
  const isFirstRun = events?.length === 0 && !info?.problems.length;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <img src={new URL('../../nuija.svg', import.meta.url).href} width={40} height={40} alt="" />
        <span className={styles.brand}>Nuija</span>
        <LanguageSwitch />
        <SchemeSwitch />
      </header>
      <main className={styles.main}>
        <Title order={1}>{t(isFirstRun ? 'welcome' : 'title')}</Title>
        <p className={styles.lead}>{t(isFirstRun ? 'lead.first' : 'lead.again')}</p>
        <div role="alert">
          {failure && <Notice tone="bad">{speech.failure(failure)}</Notice>}
          {info?.problems.map(
            (problem) =>
              !problem.closed && (
                <Notice key={problem.event} tone="warn">
                  <b>{problem.name}:</b> <RecoveryWords told={problem} />
                </Notice>
              ),
          )}
        </div>
        {info?.problems.map(
          (problem) => problem.closed && <ClosedEvent key={problem.event} told={problem} />,
        )}
        {!events && !failure && <Loader size="sm" aria-label={t('loading')} />}
        {events && events.length > 0 && <DueEvents />}
        {events && events.length > 0 && <EventList events={events} />}
        {events && events.length > 0 && <ToTour />}
        {events && <WaysToBegin heading={!isFirstRun} />}
        {info && <About info={info} />}
      </main>
    </div>
  );
}

/** What this desk holds, asked once. */
function useWhatIsHere() {
  const desk = useDesk();
  const [events, setEvents] = useState<EventSummary[]>();
  const [info, setInfo] = useState<AnswerOf<'app.info'>>();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    let here = true;
    const ask = async () => {
      try {
        const list = await desk.ask('events.list', {});
        // Only now are all events open, and whatever is wrong with their files known.
        const about = await desk.ask('app.info', {});
        if (!here) return;
        setEvents(list.toSorted((a, b) => b.date.localeCompare(a.date)));
        setInfo(about);
      } catch (error) {
        if (here) setFailure(failureOf(error));
      }
    };
    void ask();
    return () => {
      here = false;
    };
  }, [desk]);
  return { events, info, failure };
}

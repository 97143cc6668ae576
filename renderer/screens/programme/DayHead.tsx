import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Duration, Instant } from '../../../shared/model/units';
import type { Projection } from '../../../shared/programme/project';
import { useEventDesk } from '../../desk';
import { Key } from '../../parts/Key';
import { dueAt } from '../../../shared/programme/span';
import { useSpeech } from '../../words/useSpeech';
import { countdown } from '../stage/countdown';
import { LatenessWord } from './LatenessWord';
import type { ChosenRoom } from './useRoom';
import styles from './head.module.css';

interface Props {
  /** The rooms to choose from; nothing is chosen where there is only one. */
  rooms: readonly string[];
  chosen: ChosenRoom;
  /** What the start of the next one would end, by title. */
  ends: string;
  running: Projection | undefined;
  next: Projection | undefined;
  lateness: Duration;
  now: Instant;
  onStart(): void;
  onEnd(): void;
}

/** What is on, what comes next, how late the day is, and the one key for each. */
export function DayHead({
  rooms,
  chosen,
  ends,
  running,
  next,
  lateness,
  now,
  onStart,
  onEnd,
}: Props) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const { clock } = useSpeech(state.event.timeZone);
  const due = running ? dueAt(running.session, state.event) : now;
  return (
    <section className={styles.head} aria-label={t('head')}>
      {chosen.room !== undefined && (
        <div className={styles.rooms}>
          <span className={styles.headLabel}>{t('roomOfKeys')}</span>
          <SegmentedControl
            aria-label={t('roomOfKeys')}
            value={chosen.room}
            onChange={chosen.choose}
            data={rooms.map((room, at) => ({
              value: room,
              label: at < 9 ? `${at + 1} · ${room}` : room,
            }))}
          />
        </div>
      )}
      <div className={styles.headCard} data-on={running !== undefined}>
        <p className={styles.headLabel}>{t('now')}</p>
        <p className={styles.headTitle}>
          {running?.session.title || t(running ? 'untitled' : 'nothingOn')}
        </p>
        {running && (
          <p className={styles.headTime}>
            {t('endsAt', { time: clock(due) })} · <b>{countdown(due - now)}</b>
          </p>
        )}
        <Button
          variant="default"
          size="md"
          disabled={!running}
          onClick={onEnd}
          aria-keyshortcuts="E"
          rightSection={<Key>E</Key>}
        >
          {t('end')}
        </Button>
      </div>
      <div className={styles.headCard}>
        <p className={styles.headLabel}>{t('next')}</p>
        <p className={styles.headTitle}>
          {next ? next.session.title || t('untitled') : t('nothingNext')}
        </p>
        {next && (
          <p className={styles.headTime}>
            {t('plannedAt', { time: clock(next.planned.from) })}
            {next.planned.from > now &&
              ` · ${t('inTime', { time: countdown(next.planned.from - now) })}`}
          </p>
        )}
        <Button
          size="md"
          disabled={!next}
          onClick={onStart}
          aria-keyshortcuts="S"
          rightSection={<Key>S</Key>}
          title={next && ends ? t('startEndsRunning', { title: ends }) : undefined}
        >
          {t('start')}
        </Button>
      </div>
      <div className={styles.headLate}>
        <p className={styles.headLabel}>{t('day')}</p>
        <LatenessWord ms={lateness} large />
      </div>
    </section>
  );
}

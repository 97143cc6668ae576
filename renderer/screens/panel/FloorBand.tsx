import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/model/units';
import type { Balance } from '../../../shared/panel/balance';
import type { Turn } from '../../../shared/panel/ledger';
import { useEventDesk } from '../../desk';
import { Key } from '../../parts/Key';
import { useSpeech } from '../../words/useSpeech';
import { countdown, elapsed, urgencyOf } from '../stage/countdown';
import { Shape } from '../stage/Shape';
import styles from './panel.module.css';
import { EARLIER } from './panelKeys';
import type { Meaning, Mode } from './panelKeys';
import type { PanelSession } from './panels';
import { useSpeakerName } from './useSpeakerName';

interface Props {
  session: PanelSession;
  figures: Balance;
  mode: Mode;
  /** The turn that corrections are about. */
  last: Turn | undefined;
  onMode(mode: Mode): void;
  /** What was meant by touch instead of a second key. */
  onMeaning(meaning: Meaning): void;
  now: Instant;
}

/** Who has the floor and for how long, and what is left of the panel. */
export function FloorBand({ session, figures, mode, last, onMode, onMeaning, now }: Props) {
  const { t } = useTranslation('panel');
  const name = useSpeakerName(session.panel);
  const { current, paused } = figures;
  const limit = current?.limitMs ?? 0;
  const left = limit - (current?.turnMs ?? 0);
  const urgency = current ? urgencyOf(left, limit) : 'open';
  const seat = session.panel.seats.find((one) => one.id === current?.speaker);
  const who = current
    ? name(current.speaker)
    : t(
        session.startedAt === null
          ? 'notBegun'
          : session.endedAt !== null
            ? 'over'
            : paused
              ? 'paused'
              : 'silence',
      );
  return (
    <section className={styles.band} data-urgency={urgency} aria-label={t('floor')}>
      <div className={styles.speaking}>
        <p className={styles.who}>{who}</p>
        <p className={styles.whoTitle}>
          {current && (seat ? [seat.title, seat.organisation].filter(Boolean).join(', ') : '')}
          {!current && session.startedAt === null && t('beginHow')}
          {!current && paused && t('resumeHow', { name: name(paused) })}
        </p>
        <output className="unseen">{t('hasFloor', { name: who })}</output>
      </div>
      {current && (
        <div className={styles.turn}>
          <p className={styles.turnTime} role="timer" aria-live="off" aria-label={t('turnTime')}>
            {limit > 0 ? countdown(left) : elapsed(current.turnMs)}
          </p>
          <p className={styles.turnState}>
            <Shape state={limit > 0 ? `turn-${urgency}` : 'turn-open'} />
            {limit > 0 ? t(`state.${urgency}`, { limit: countdown(limit) }) : t('state.open')}
          </p>
        </div>
      )}
      <Remaining session={session} figures={figures} now={now} />
      <Corrections mode={mode} last={last} name={name} onMode={onMode} onMeaning={onMeaning} />
    </section>
  );
}

/** What is left of the panel and of its reserve. */
function Remaining({ session, figures, now }: Pick<Props, 'session' | 'figures' | 'now'>) {
  const { t } = useTranslation('panel');
  const { state } = useEventDesk();
  const { clock } = useSpeech(state.event.timeZone);
  const left = figures.lengthMs - figures.panelMs;
  const over = session.endedAt !== null;
  return (
    <dl className={styles.remaining}>
      <div data-over={left < 0}>
        <dt>{over ? t('lasted') : t('panelLeft')}</dt>
        <dd>{over ? elapsed(figures.panelMs) : countdown(left)}</dd>
        {session.startedAt !== null && !over && (
          <dd className={styles.endsAt}>{t('endsAt', { time: clock(now + left) })}</dd>
        )}
      </div>
      <div data-over={figures.reserveLeftMs < 0}>
        <dt>{t('reserveLeft')}</dt>
        <dd>{countdown(figures.reserveLeftMs)}</dd>
      </div>
    </dl>
  );
}

type CorrectionsProps = Pick<Props, 'mode' | 'last' | 'onMode' | 'onMeaning'> & {
  name(speaker: string): string;
};

/** The corrections of the last turn, each two keys away; the second key is asked for in words. */
function Corrections({ mode, last, name, onMode, onMeaning }: CorrectionsProps) {
  const { t } = useTranslation('panel');
  if (mode !== 'floor') {
    return (
      <div className={styles.asking} role="alert">
        <b>{t(`ask.${mode}`, { name: last ? name(last.speaker) : '' })}</b>
        {mode === 'earlier' &&
          EARLIER.map((ms) => (
            <Button key={ms} size="compact-md" onClick={() => onMeaning({ does: 'earlier', ms })}>
              {ms / 1_000} s
            </Button>
          ))}
        {mode === 'earlier' && (
          <Button size="compact-md" variant="light" onClick={() => onMeaning({ does: 'type' })}>
            {t('typeIt')}
          </Button>
        )}
        {mode === 'takeBack' && (
          <Button size="compact-md" onClick={() => onMeaning({ does: 'takeBack' })}>
            {t('open.takeBack')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => onMode('floor')}>
          {t('common:cancel')} <Key>Esc</Key>
        </Button>
      </div>
    );
  }
  const opener = (key: string, to: Mode) => (
    <Button
      size="compact-sm"
      variant="subtle"
      disabled={!last && to !== 'hand'}
      onClick={() => onMode(to)}
      aria-keyshortcuts={key}
      rightSection={<Key>{key}</Key>}
    >
      {t(`open.${to}`)}
    </Button>
  );
  return (
    <div className={styles.openers} role="toolbar" aria-label={t('corrections')}>
      {opener('G', 'giveTo')}
      {opener('A', 'earlier')}
      {opener('T', 'takeBack')}
      {opener('H', 'hand')}
    </div>
  );
}

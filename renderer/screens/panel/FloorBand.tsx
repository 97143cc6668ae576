import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AUDIENCE } from '../../../shared/model/mark';
import type { Instant } from '../../../shared/model/units';
import type { Balance } from '../../../shared/panel/balance';
import type { CurrentTurn } from '../../../shared/panel/current';
import type { Turn } from '../../../shared/panel/ledger';
import { pressing, warningsOf } from '../../../shared/panel/warnings';
import type { Pressing } from '../../../shared/panel/warnings';
import { useEventDesk } from '../../desk';
import { Key } from '../../parts/Key';
import { useSpeech } from '../../words/useSpeech';
import { countdown, elapsed } from '../stage/countdown';
import { Shape } from '../stage/Shape';
import styles from './band.module.css';
import { EARLIER, EXTENSION } from './panelKeys';
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
  const urgency = current ? pressing(left, limit, warningsOf(session.panel)) : 'open';
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
      <div>
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
            <Shape state={`turn-${SHAPES[urgency]}`} />
            {limit > 0 ? t(`state.${urgency}`, { limit: countdown(limit) }) : t('state.open')}
          </p>
          {limit > 0 && <MoreTime current={current} onMeaning={onMeaning} />}
          {current.speaker === AUDIENCE && (
            <p className={styles.questions}>
              {t('questionsSoFar', { count: figures.questions, time: elapsed(figures.audienceMs) })}
            </p>
          )}
        </div>
      )}
      <Remaining session={session} figures={figures} now={now} />
      <Corrections mode={mode} last={last} name={name} onMode={onMode} onMeaning={onMeaning} />
    </section>
  );
}

/** The shapes of the stage's states: both warnings are a triangle, told apart by words and weight. */
const SHAPES: Record<Pressing, string> = {
  open: 'open',
  calm: 'calm',
  first: 'soon',
  second: 'soon',
  over: 'over',
};

/** More or less time for the turn that runs; the panel's limit stays as it is. */
function MoreTime({ current, onMeaning }: Pick<Props, 'onMeaning'> & { current: CurrentTurn }) {
  const { t } = useTranslation('panel');
  const { extraMs } = current;
  const button = (ms: number, sign: string, label: string) => (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={label}
      aria-keyshortcuts={sign}
      onClick={() => onMeaning({ does: 'extend', ms })}
    >
      {sign === '+' ? '+' : '−'} 30 s
    </Button>
  );
  return (
    <div className={styles.more} title={t('moreHow')}>
      {extraMs !== 0 && (
        <span className={styles.extra}>
          {t('extra', { time: `${extraMs > 0 ? '+' : '−'}${elapsed(Math.abs(extraMs))}` })}
        </span>
      )}
      {button(-EXTENSION, '-', t('less'))}
      {button(EXTENSION, '+', t('more'))}
    </div>
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
        {mode === 'join' && (
          <Button size="compact-md" onClick={() => onMeaning({ does: 'join', to: null })}>
            {last ? name(last.speaker) : ''} <Key>J</Key>
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
      {opener('J', 'join')}
      {opener('T', 'takeBack')}
      {opener('H', 'hand')}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { StageView } from '../../../shared/stage/view';
import { useSpeech } from '../../words/useSpeech';
import { Bar } from './Bar';
import { countdown, elapsed } from './countdown';
import { mainTime, sessionTime } from './figures';
import type { MainTime } from './figures';
import { Digits, FitLine } from './FitLine';
import { Message } from './Message';
import { Shape } from './Shape';
import styles from './speaker.module.css';
import stage from './stage.module.css';

interface Props {
  view: StageView;
  now: number;
}

/** What those on the stage see: how long they still have, who speaks, and what they are asked to do. */
export function SpeakerView({ view, now }: Props) {
  const { t } = useTranslation('stage');
  const time = mainTime(view, now);
  const { clock } = useSpeech(view.event.timeZone);
  const state = time ? stateOf(time) : 'none';
  return (
    <div className={styles.speaker} data-state={state}>
      <Bar text={view.now?.title || view.event.name} time={clock(now)} />
      <Who view={view} />
      {time ? (
        <>
          <Digits text={timeText(time)} label={t(`time.${time.of}`)} />
          <p className={styles.state} data-far data-text>
            <Shape state={state} />
            <span>{t(`state.${state}`)}</span>
          </p>
        </>
      ) : (
        <FitLine
          text={view.finished ? t('finished') : view.event.name}
          className={`${stage.still} ${styles.instead}`}
          far
        />
      )}
      <Message message={view.message} />
      <Session view={view} now={now} main={time} />
    </div>
  );
}

/** Which of the states with a word and a shape of their own applies. */
function stateOf(time: MainTime): string {
  if (time.paused) return 'paused';
  return time.of === 'start' ? 'start' : `${time.of}-${time.urgency}`;
}

function timeText({ of, ms, urgency }: MainTime): string {
  return urgency === 'open' && of === 'turn' ? elapsed(ms) : countdown(ms);
}

function Who({ view }: { view: StageView }) {
  const { t } = useTranslation('stage');
  const name = whoSpeaks(view, (role) => t(`who.${role}`));
  return <FitLine text={name} className={styles.who} far={name.length <= 60} />;
}

/** Who has the word: the panelist, the role, or the speakers of the session; '' for nobody. */
function whoSpeaks(view: StageView, role: (name: 'moderator' | 'audience') => string): string {
  const { now, next } = view;
  if (!now) return view.finished ? '' : (next?.title ?? '');
  if (!now.floor) return now.speakers.map((speaker) => speaker.name).join(', ') || now.title;
  const { who, name } = now.floor;
  if (who === 'nobody') return '';
  return who === 'seat' ? name : name || role(who);
}

/** The panel's own time beside that of the turn. */
function Session({ view, now, main }: Props & { main: MainTime | null }) {
  const { t } = useTranslation('stage');
  if (!view.now || main?.of !== 'turn') return <footer className={styles.foot} />;
  const { ms, urgency } = sessionTime(view.now, now);
  return (
    <footer className={styles.foot} data-urgency={urgency}>
      <span data-text>{t('time.panel')}</span>
      <strong data-text>{countdown(ms)}</strong>
    </footer>
  );
}

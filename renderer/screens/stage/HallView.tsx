import { useTranslation } from 'react-i18next';
import { MINUTE } from '../../../shared/model/units';
import type { StageView } from '../../../shared/stage/view';
import { useSpeech } from '../../words/useSpeech';
import { FitLine } from './FitLine';
import styles from './stage.module.css';

interface Props {
  view: StageView;
  now: number;
}

/** What the hall sees: what is on, who speaks, what comes next and when. No times of anybody's turn. */
export function HallView({ view, now }: Props) {
  const { clock } = useSpeech(view.event.timeZone);
  return (
    <div className={styles.hall}>
      <header className={styles.bar}>
        <span className={styles.barText}>{view.event.name}</span>
        <time className={styles.clock}>{clock(now)}</time>
      </header>
      <OnNow view={view} />
      {view.next && <Next next={view.next} clock={clock} />}
    </div>
  );
}

function OnNow({ view }: { view: StageView }) {
  const { t } = useTranslation('stage');
  const { now } = view;
  if (!now) {
    const text = view.finished ? t('finished') : t('welcome');
    return (
      <section className={styles.onNow}>
        <FitLine text={text} className={styles.hallTitle} />
      </section>
    );
  }
  const { floor } = now;
  const speaking = floor && floor.who !== 'nobody' ? floor : null;
  return (
    <section className={styles.onNow}>
      <p className={styles.label}>
        {t('now')} · {t(`terms:sessionKind.${now.kind}`)}
      </p>
      <FitLine text={now.title} className={styles.hallTitle} />
      {speaking ? (
        <div className={styles.speaking}>
          <FitLine
            text={speaking.name || (speaking.who === 'seat' ? '' : t(`who.${speaking.who}`))}
            className={styles.hallName}
          />
          {speaking.title && <p className={styles.hallRole}>{speaking.title}</p>}
        </div>
      ) : (
        <p className={styles.hallSpeakers}>{now.speakers.map(nameAndTitle).join(' · ')}</p>
      )}
    </section>
  );
}

function Next({
  next,
  clock,
}: {
  next: NonNullable<StageView['next']>;
  clock: (at: number) => string;
}) {
  const { t } = useTranslation('stage');
  const moved = Math.abs(next.at - next.planned) >= MINUTE;
  return (
    <footer className={styles.next}>
      <p className={styles.label}>{t('next')}</p>
      <p className={styles.nextLine}>
        <strong className={styles.nextTime}>{clock(next.at)}</strong>
        <span>
          <span className={styles.nextTitle}>{next.title}</span>
          {next.speakers.length > 0 && (
            <span className={styles.nextSpeakers}>
              {next.speakers.map((speaker) => speaker.name).join(', ')}
            </span>
          )}
        </span>
      </p>
      {moved && <p className={styles.nextPlanned}>{t('planned', { time: clock(next.planned) })}</p>}
    </footer>
  );
}

function nameAndTitle({ name, title }: { name: string; title: string }): string {
  return title ? `${name}, ${title}` : name;
}

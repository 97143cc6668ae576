import { useTranslation } from 'react-i18next';
import { MINUTE } from '../../../shared/model/units';
import type { StageView } from '../../../shared/stage/view';
import { useSpeech } from '../../words/useSpeech';
import { Bar } from './Bar';
import { FitLine } from './FitLine';
import styles from './hall.module.css';
import stage from './stage.module.css';

interface Props {
  view: StageView;
  now: number;
}

/** What the hall sees: what is on, who speaks, what comes next and when. No times of anybody's turn. */
export function HallView({ view, now }: Props) {
  const { clock } = useSpeech(view.event.timeZone);
  return (
    <div className={styles.hall}>
      <Bar text={view.event.name} time={clock(now)} />
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
        <FitLine text={text} className={styles.hallTitle} far />
      </section>
    );
  }
  const { floor } = now;
  const speaking = floor && floor.who !== 'nobody' ? floor : null;
  return (
    <section className={styles.onNow}>
      <p className={stage.label} data-text>
        {t('now')} · {t(`terms:sessionKind.${now.kind}`)}
      </p>
      <FitLine text={now.title} className={styles.hallTitle} far={now.title.length <= 80} />
      {speaking ? (
        <>
          <FitLine
            text={speaking.name || (speaking.who === 'seat' ? '' : t(`who.${speaking.who}`))}
            className={styles.hallName}
            far={speaking.name.length <= 60}
          />
          <FitLine text={speaking.title} className={styles.hallRole} />
        </>
      ) : (
        <FitLine
          text={now.speakers.map(nameAndTitle).join(' · ')}
          className={styles.hallSpeakers}
        />
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
      <p className={stage.label} data-text>
        {t('next')}
        {moved && <> · {t('planned', { time: clock(next.planned) })}</>}
      </p>
      <strong className={styles.nextTime} data-far data-text>
        {clock(next.at)}
      </strong>
      <FitLine text={next.title} className={styles.nextTitle} />
      <FitLine
        text={next.speakers.map((speaker) => speaker.name).join(', ')}
        className={styles.nextSpeakers}
      />
    </footer>
  );
}

function nameAndTitle({ name, title }: { name: string; title: string }): string {
  return title ? `${name}, ${title}` : name;
}

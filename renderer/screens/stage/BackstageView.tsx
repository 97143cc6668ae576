import { useTranslation } from 'react-i18next';
import type { Coming, StageView } from '../../../shared/stage/view';
import { useSpeech } from '../../words/useSpeech';
import { Bar } from './Bar';
import { countdown } from './countdown';
import { sessionTime } from './figures';
import { FitLine } from './FitLine';
import { Message } from './Message';
import styles from './backstage.module.css';
import stage from './stage.module.css';

interface Props {
  view: StageView;
  now: number;
}

/** What those behind the stage see: what is next and when, who should be ready, and what comes after that. */
export function BackstageView({ view, now }: Props) {
  const { t } = useTranslation('stage');
  const { clock } = useSpeech(view.event.timeZone);
  const { next, later } = view;
  return (
    <div className={styles.backstage} data-later={later.length > 0}>
      <Bar text={view.event.name} time={clock(now, true)} />
      <OnNow view={view} now={now} clock={clock} />
      {next ? (
        <section className={styles.coming}>
          <p className={styles.comingHead} data-text>
            <span>{t('next')}</span>
            <strong data-far>{clock(next.at)}</strong>
            <span>
              {next.at > now ? t('in', { time: countdown(next.at - now) }) : t('anyMoment')}
            </span>
          </p>
          <FitLine text={titled(next)} className={styles.comingTitle} />
          <p className={stage.label} data-text>
            {next.speakers.length > 0 ? t('ready') : ''}
          </p>
          <FitLine text={names(next)} className={styles.comingNames} />
        </section>
      ) : (
        <FitLine text={t(view.finished ? 'finished' : 'nothingNext')} className={stage.still} far />
      )}
      {view.message ? (
        <Message message={view.message} />
      ) : (
        <ol className={styles.later}>
          {later.map((one) => (
            <li key={`${one.planned} ${one.room} ${one.title}`} className={styles.laterOne}>
              <span data-text>{clock(one.at)}</span>
              <FitLine text={titled(one)} className={styles.laterText} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function OnNow({ view, now, clock }: Props & { clock(at: number): string }) {
  const { t } = useTranslation('stage');
  if (!view.now) return <p className={stage.label} />;
  const { ms } = sessionTime(view.now, now);
  const ends = t('ends', { time: clock(view.now.endsAt), left: countdown(ms) });
  return <FitLine text={`${t('now')} · ${view.now.title} · ${ends}`} className={styles.nowLine} />;
}

const titled = ({ title, room }: Coming) => (room ? `${title} (${room})` : title);

const names = ({ speakers }: Coming) => speakers.map(({ name }) => name).join(', ');

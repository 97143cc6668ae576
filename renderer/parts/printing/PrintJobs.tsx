import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../words/useSpeech';
import { Notice } from '../Notice';
import { JobNotice } from './JobNotice';
import { LookNotice } from './LookNotice';
import styles from './printing.module.css';
import { together } from './together';
import { usePrintJobs } from './usePrintJobs';

/** How many lines a screen with other work gives to it. */
const LISTED = 3;

interface Props {
  /** Tells the worst only, and nothing when all is out: for a screen with other work. */
  brief?: boolean;
  /** Tells of badges that lack something, for a screen that has not told it before they were printed. */
  warns?: boolean;
}

/** The to-print list of the event's desk: everybody whose badge was asked for and is not out yet. */
export function PrintJobs({ brief = false, warns = true }: Props) {
  const { t } = useTranslation('printing');
  const speech = useSpeech();
  const jobs = usePrintJobs();
  const { waiting, failure } = jobs;
  const looks = warns ? jobs.looks : [];
  const all = together(waiting);
  const listed = brief ? all.slice(0, LISTED) : all;
  const badges = waiting.reduce((sum, one) => sum + one.who.length, 0);
  if (brief && all.length === 0 && looks.length === 0 && !failure) return null;
  return (
    <section className={styles.jobs} aria-label={t('jobs')}>
      {!brief && (
        <h2 className={styles.title}>
          {t('jobs')} {badges > 0 && <small>{t('jobs.open', { count: badges })}</small>}
        </h2>
      )}
      {failure && (
        <Notice tone="bad">
          <span role="alert">{speech.failure(failure)}</span>
        </Notice>
      )}
      {looks.map((look) => (
        <LookNotice key={look.id} look={look} onSeen={() => jobs.markSeen(look.id)} />
      ))}
      {listed.map((one) => (
        <JobNotice key={one.job.id} {...one} does={jobs} />
      ))}
      {all.length > listed.length && (
        <p className={styles.quiet}>{t('jobs.open', { count: badges })}</p>
      )}
      {!brief && all.length === 0 && <p className={styles.quiet}>{t('jobs.none')}</p>}
    </section>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../desk/EventDesk';
import { useTick } from '../desk/useTick';
import { Icon } from '../parts/Icon';
import { writeRoute } from '../route';
import { useSpeech } from '../words/useSpeech';
import { BackupWord } from './BackupWord';
import { headCount } from './headCount';
import { LanguageSwitch } from './LanguageSwitch';
import { SavedWord } from './SavedWord';
import { SchemeSwitch } from './SchemeSwitch';
import styles from './AppBar.module.css';

/** Always in sight: which event, what time it is, how many have come, whether all is saved, the language. */
export function AppBar() {
  const { t } = useTranslation();
  const { state } = useEventDesk();
  const { event, participants } = state;
  const speech = useSpeech(event.timeZone);
  const heads = useMemo(() => headCount(participants), [participants]);
  return (
    <header className={styles.bar}>
      <a
        className={styles.home}
        href={writeRoute({ at: 'start' })}
        title={t('bar.home')}
        aria-label={t('bar.home')}
      >
        <img src={new URL('../nuija.svg', import.meta.url).href} width={32} height={32} alt="" />
      </a>
      <div className={styles.event}>
        <p className={styles.name} title={event.name}>
          <span className={styles.title}>{event.name}</span>
          {event.sample && <span className={styles.sample}>{t('bar.sample')}</span>}
        </p>
        <p className={styles.where}>
          {[speech.day(event.date), event.venue].filter(Boolean).join(' · ')}
        </p>
      </div>
      <WallClock />
      <p className={styles.heads} data-testid="heads">
        <Icon name="people" />
        <b>{speech.number(heads.present)}</b>
        <span>/ {speech.number(heads.expected)}</span>
        <span className={styles.headsWord}>{t('bar.present')}</span>
      </p>
      <SavedWord />
      <BackupWord />
      <LanguageSwitch />
      <SchemeSwitch />
    </header>
  );
}

/** The desk's own time: what the check-ins and the panel are timed by. */
function WallClock() {
  const { t } = useTranslation();
  const { state, now } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  useTick(500);
  return (
    <p className={styles.clock} title={t('bar.clock')}>
      {speech.clock(now(), true)}
    </p>
  );
}

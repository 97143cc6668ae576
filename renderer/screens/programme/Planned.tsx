import { useTranslation } from 'react-i18next';
import type { Projection } from '../../../shared/programme/project';
import { useEventDesk } from '../../desk';
import { useSpeech } from '../../words/useSpeech';
import { lengthText } from './lateness';
import styles from './session.module.css';

/** From when to when it is planned, how long that is, and whether it can move. */
export function Planned({ one: { session, planned } }: { one: Projection }) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const { clock } = useSpeech(state.event.timeZone);
  return (
    <div className={styles.planned}>
      <b className={state.event.sample ? styles.madeUp : undefined}>{clock(planned.from)}</b>
      <span>–{clock(planned.to)}</span>
      <span className={styles.quiet}>
        {[
          lengthText(session.plannedMs),
          session.fixed && t('fixed'),
          session.plannedStart >= 1_440 && t('nextDay'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MINUTE } from '../../../shared/model/units';
import type { Duration, Instant } from '../../../shared/model/units';
import type { Projection } from '../../../shared/programme/project';
import { dueAt } from '../../../shared/programme/span';
import { useEventDesk } from '../../desk';
import { lengthText } from './lateness';
import { LatenessWord } from './LatenessWord';
import styles from './session.module.css';

const wholeMinutes = (ms: Duration) => lengthText(Math.ceil(ms / MINUTE) * MINUTE);

/** The phase in a word, how far from the plan, and what is wrong with it. */
export function PhaseWord({ one, now }: { one: Projection; now: Instant }) {
  const { t } = useTranslation('programme');
  const { event } = useEventDesk().state;
  const { session, phase, lateness, conflict } = one;
  const over = phase === 'running' ? now - dueAt(session, event) : 0;
  return (
    <div className={styles.phase}>
      <Badge variant="light" className={styles.badge} data-phase={phase}>
        {t(`phase.${phase}`)}
      </Badge>
      {phase !== 'skipped' && <LatenessWord ms={lateness} />}
      {over >= 30_000 && (
        <span className={styles.conflict}>{t('over', { length: wholeMinutes(over) })}</span>
      )}
      {conflict > 0 && (
        <span className={styles.conflict}>{t('conflict', { length: wholeMinutes(conflict) })}</span>
      )}
    </div>
  );
}

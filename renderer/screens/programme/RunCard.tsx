import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/model/units';
import type { Projection } from '../../../shared/programme/project';
import { useEventDesk } from '../../desk';
import { useSpeech } from '../../words/useSpeech';
import styles from './card.module.css';
import { DragHandle } from './DragHandle';
import { PhaseWord } from './PhaseWord';
import { Planned } from './Planned';
import { RowActions } from './RowActions';
import { rowData } from './rowData';
import { SessionForm } from './SessionForm';
import { SessionTitle } from './SessionTitle';
import type { Sheet } from './useSheet';

interface Props {
  one: Projection;
  next: string;
  now: Instant;
  sheet: Sheet;
}

/** One session as a card in the column of its room, or across all columns where all share it. */
export function RunCard({ one, next, now, sheet }: Props) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const { clock } = useSpeech(state.event.timeZone);
  const { session, actual, projected, phase } = one;
  const { editing, moving } = sheet;
  const comes = phase !== 'ended' && phase !== 'skipped';
  return (
    <>
      <article
        className={styles.card}
        data-wide={session.room === ''}
        aria-label={session.title || t('untitled')}
        {...rowData(one, next, moving.drag)}
      >
        <div className={styles.top}>
          {session.startedAt === null && (
            <DragHandle
              session={session.id}
              name={session.title || t('untitled')}
              moving={moving}
            />
          )}
          <Planned one={one} />
          <PhaseWord one={one} now={now} />
        </div>
        <SessionTitle one={one} editing={editing} moving={moving} withRoom={false} />
        <div className={styles.foot}>
          <p className={styles.times}>
            {actual.from !== null && (
              <span>
                {t('column.actual')} {clock(actual.from)}–
                {actual.to === null ? '' : clock(actual.to)}
              </span>
            )}
            {comes && (
              <span>
                {t('column.projected')} {clock(projected.from)}–{clock(projected.to)}
              </span>
            )}
          </p>
          <RowActions one={one} sheet={sheet} />
        </div>
      </article>
      {editing.session === session.id && (
        <div className={styles.form}>
          <SessionForm session={session} onDone={editing.end} />
        </div>
      )}
    </>
  );
}

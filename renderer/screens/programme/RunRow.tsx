import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/model/units';
import type { Projection } from '../../../shared/programme/project';
import { useEventDesk } from '../../desk';
import { useSpeech } from '../../words/useSpeech';
import { DragHandle } from './DragHandle';
import { PhaseWord } from './PhaseWord';
import { Planned } from './Planned';
import { RowActions } from './RowActions';
import { rowData } from './rowData';
import { SessionTitle } from './SessionTitle';
import styles from './sheet.module.css';
import type { Sheet } from './useSheet';

interface Props {
  one: Projection;
  /** The session after it, '' = none. */
  next: string;
  now: Instant;
  sheet: Sheet;
}

/** One session as a row of the table: as planned, as it went, as it will go. */
export function RunRow({ one, next, now, sheet }: Props) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const { clock } = useSpeech(state.event.timeZone);
  const { session, actual, projected, phase } = one;
  const { editing, moving } = sheet;
  return (
    <Table.Tr
      className={styles.row}
      data-open={editing.session === session.id}
      {...rowData(one, next, moving.drag)}
    >
      <Table.Td>
        <div className={styles.first}>
          {session.startedAt === null && (
            <DragHandle
              session={session.id}
              name={session.title || t('untitled')}
              moving={moving}
            />
          )}
          <Planned one={one} />
        </div>
      </Table.Td>
      <Table.Td className={styles.session}>
        <SessionTitle one={one} editing={editing} moving={moving} withRoom />
      </Table.Td>
      <Table.Td className={styles.time} data-label={t('column.actual')}>
        {actual.from !== null && (
          <>
            {clock(actual.from)}–{actual.to === null ? '' : clock(actual.to)}
          </>
        )}
      </Table.Td>
      <Table.Td className={styles.time} data-label={t('column.projected')}>
        {phase !== 'ended' && phase !== 'skipped' && (
          <>
            {clock(projected.from)}–{clock(projected.to)}
          </>
        )}
      </Table.Td>
      <Table.Td>
        <PhaseWord one={one} now={now} />
      </Table.Td>
      <Table.Td className={styles.actions}>
        <RowActions one={one} sheet={sheet} />
      </Table.Td>
    </Table.Tr>
  );
}

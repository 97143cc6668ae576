import { Fragment } from 'react';
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/model/units';
import type { Projection } from '../../../shared/programme/project';
import { followerOf } from './blocks';
import { linesOf } from './lines';
import { RemovedLine } from './RemovedLine';
import { RunRow } from './RunRow';
import { SessionForm } from './SessionForm';
import styles from './sheet.module.css';
import type { Sheet } from './useSheet';

interface Props {
  programme: readonly Projection[];
  now: Instant;
  sheet: Sheet;
}

const COLUMNS = ['planned', 'session', 'actual', 'projected', 'lateness', 'actions'] as const;

/** The day as a table, one row a session; a row opens into its form. */
export function RunSheet({ programme, now, sheet }: Props) {
  const { t } = useTranslation('programme');
  const { editing, removing } = sheet;
  return (
    <div className={styles.sheet} data-sheet>
      <Table className={styles.table} verticalSpacing="xs" aria-label={t('sheet')}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column} className={styles[`column-${column}`]}>
                {t(`column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {linesOf(programme, removing.removed).map((line) =>
            'removed' in line ? (
              <Table.Tr key={line.session.id} className={styles.removed}>
                <Table.Td colSpan={COLUMNS.length}>
                  <RemovedLine one={line.removed} removing={removing} />
                </Table.Td>
              </Table.Tr>
            ) : (
              <Fragment key={line.session.id}>
                <RunRow
                  one={line.one}
                  next={followerOf(line.one, programme)}
                  now={now}
                  sheet={sheet}
                />
                {editing.session === line.session.id && (
                  <Table.Tr className={styles.formRow}>
                    <Table.Td colSpan={COLUMNS.length}>
                      <SessionForm session={line.session} onDone={editing.end} />
                    </Table.Td>
                  </Table.Tr>
                )}
              </Fragment>
            ),
          )}
          {editing.session === 'new' && (
            <Table.Tr className={styles.formRow}>
              <Table.Td colSpan={COLUMNS.length}>
                <SessionForm key={editing.turn} session={null} onDone={editing.end} />
              </Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </div>
  );
}

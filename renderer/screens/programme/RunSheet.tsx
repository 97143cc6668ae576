import { Fragment } from 'react';
import { Button, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/model/units';
import type { Projection } from '../../../shared/programme/project';
import { useEventDesk } from '../../desk';
import styles from './programme.module.css';
import { RunRow } from './RunRow';
import { SessionForm } from './SessionForm';
import type { Editing } from './useEditing';

interface Props {
  programme: readonly Projection[];
  now: Instant;
  editing: Editing;
}

const COLUMNS = ['planned', 'session', 'actual', 'projected', 'lateness', 'actions'] as const;

/** The day as a table, one row a session; a row opens into its form. */
export function RunSheet({ programme, now, editing }: Props) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const last = programme.at(-1);
  return (
    <div className={styles.sheet}>
      <p className={styles.printTitle}>{state.event.name}</p>
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
          {programme.map((one, index) => (
            <Fragment key={one.session.id}>
              <RunRow
                one={one}
                before={programme[index - 1]}
                after={programme[index + 1]}
                beyond={programme[index + 2]}
                now={now}
                editing={editing}
              />
              {editing.session === one.session.id && (
                <Table.Tr className={styles.formRow}>
                  <Table.Td colSpan={COLUMNS.length}>
                    <SessionForm session={one.session} onDone={editing.end} />
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          ))}
          {editing.session === 'new' && (
            <Table.Tr className={styles.formRow}>
              <Table.Td colSpan={COLUMNS.length}>
                <SessionForm session={null} after={last?.session} onDone={editing.end} />
              </Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
      {programme.length === 0 && editing.session !== 'new' && (
        <div className={styles.empty}>
          <p>{t('empty')}</p>
          <Button size="md" onClick={() => editing.begin('new')}>
            {t('addFirst')}
          </Button>
        </div>
      )}
    </div>
  );
}

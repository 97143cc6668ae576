import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MINUTE } from '../../../shared/model/units';
import type { Replan } from '../../../shared/programme/replan';
import { useEventDesk } from '../../desk';
import { useSpeech } from '../../words/useSpeech';
import { lengthText } from './lateness';
import styles from './replan.module.css';

/** The rows that would change: old and new times side by side. */
export function ReplanPreview({ plan }: { plan: Replan }) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const { clock } = useSpeech(state.event.timeZone);
  const rows = plan.rows.filter(
    (row) => row.from !== row.wasFrom || row.to !== row.wasTo || row.conflict > 0,
  );
  return (
    <Table className={styles.preview} verticalSpacing={4} aria-label={t('preview')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.session')}</Table.Th>
          <Table.Th>{t('was')}</Table.Th>
          <Table.Th>{t('becomes')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.session}>
            <Table.Td>{row.title || t('untitled')}</Table.Td>
            <Table.Td className={styles.was}>
              {clock(row.wasFrom)}–{clock(row.wasTo)}
            </Table.Td>
            <Table.Td>
              <b>
                {clock(row.from)}–{clock(row.to)}
              </b>
              {row.to - row.from < row.wasTo - row.wasFrom && (
                <span className={styles.quiet}>
                  {' '}
                  {t('shorter', {
                    length: lengthText(row.wasTo - row.wasFrom - row.to + row.from),
                  })}
                </span>
              )}
              {row.conflict > 0 && (
                <span className={styles.late}>
                  {' '}
                  {t('conflict', { length: lengthText(Math.ceil(row.conflict / MINUTE) * MINUTE) })}
                </span>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
        {plan.dropped.map((id) => (
          <Table.Tr key={id}>
            <Table.Td>{state.sessions.get(id)?.title || t('untitled')}</Table.Td>
            <Table.Td />
            <Table.Td>
              <b>{t('leftOut')}</b>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract';
import { COLUMN_FIELDS } from '../../../shared/intake/columns';
import styles from './SetupScreen.module.css';

interface Props {
  columns: ImportPreview['columns'];
  busy: boolean;
  /** Heading → field, for every column. */
  onChange(mapping: Record<string, string>): void;
}

/** How each column was understood, with what stands in it; changed here, the preview follows. */
export function Mapping({ columns, busy, onChange }: Props) {
  const { t } = useTranslation(['setup', 'terms']);
  const mapping = Object.fromEntries(columns.map((one) => [one.heading, one.field]));
  const others = columns
    .map((one) => one.field)
    .filter(
      (field) => field !== '' && field !== '-' && !COLUMN_FIELDS.some((one) => one === field),
    );
  const options = [
    { value: '', label: t('mapping.answer') },
    { value: '-', label: t('mapping.leaveOut') },
    ...[...COLUMN_FIELDS, ...new Set(others)].map((field) => ({
      value: String(field),
      label: t(`terms:field.${field}`),
    })),
  ];
  return (
    <table className={styles.columns}>
      <thead>
        <tr>
          <th scope="col">{t('mapping.column')}</th>
          <th scope="col">{t('mapping.samples')}</th>
          <th scope="col">{t('mapping.becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ heading, field, samples }) => (
          <tr key={heading}>
            <th scope="row">{heading}</th>
            <td className={styles.samples}>{samples.filter(Boolean).join(' · ')}</td>
            <td>
              <NativeSelect
                size="xs"
                aria-label={t('mapping.becomesOf', { heading })}
                value={field}
                data={options}
                disabled={busy}
                onChange={(change) =>
                  onChange({ ...mapping, [heading]: change.currentTarget.value })
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

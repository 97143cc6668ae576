import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  importDelimiterSchema,
  importEncodingSchema,
  type ImportPreview,
} from '../../../shared/contract';
import type { Choice } from './useImport';
import styles from './Import.module.css';

interface Props {
  /** null: the source has none, as a workbook or pasted cells. '' = not known yet. */
  encoding: ImportPreview['encoding'] | null;
  delimiter: ImportPreview['delimiter'] | null;
  sheets?: readonly string[];
  sheet?: string;
  headings?: Pick<ImportPreview, 'headerRow' | 'top'>;
  busy: boolean;
  onChange(choice: Choice): void;
}

/** How a file was understood, each part to be chosen otherwise. */
export function Understanding(props: Props) {
  const { encoding, delimiter, sheets = [], sheet = '', headings, busy, onChange } = props;
  const { t } = useTranslation(['import', 'setup']);
  return (
    <div className={styles.understanding}>
      {sheets.length > 1 && (
        <NativeSelect
          label={t('setup:import.sheet')}
          value={sheet}
          data={[...sheets]}
          disabled={busy}
          onChange={(change) =>
            onChange({ sheet: change.currentTarget.value, headerRow: undefined })
          }
        />
      )}
      {headings && (
        <NativeSelect
          label={t('wizard.headings')}
          value={String(headings.headerRow)}
          data={headingChoices(headings, t)}
          disabled={busy}
          onChange={(change) => onChange({ headerRow: Number(change.currentTarget.value) })}
        />
      )}
      {encoding !== null && (
        <NativeSelect
          label={t('wizard.encoding')}
          value={encoding}
          data={choices(encoding, importEncodingSchema.options, (one) => ENCODING[one])}
          disabled={busy}
          onChange={(change) => {
            const chosen = importEncodingSchema.safeParse(change.currentTarget.value);
            if (chosen.success) onChange({ encoding: chosen.data, headerRow: undefined });
          }}
        />
      )}
      {delimiter !== null && (
        <NativeSelect
          label={t('wizard.delimiter')}
          value={delimiter}
          data={choices(delimiter, importDelimiterSchema.options, (one) =>
            t(`wizard.delimiter.${DELIMITER[one]}`),
          )}
          disabled={busy}
          onChange={(change) => {
            const chosen = importDelimiterSchema.safeParse(change.currentTarget.value);
            if (chosen.success) onChange({ delimiter: chosen.data, headerRow: undefined });
          }}
        />
      )}
    </div>
  );
}

const ENCODING = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
} as const;

const DELIMITER = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const;

/** The choices, and above them a blank one while nothing is known. */
function choices<T extends string>(
  value: T | '',
  all: readonly T[],
  word: (one: T) => string,
): Array<{ value: string; label: string }> {
  const known = all.map((one) => ({ value: one, label: word(one) }));
  return value === '' ? [{ value: '', label: '–' }, ...known] : known;
}

function headingChoices(
  { headerRow, top }: Pick<ImportPreview, 'headerRow' | 'top'>,
  t: (key: string, values?: Record<string, unknown>) => string,
): Array<{ value: string; label: string }> {
  const rows = top.some(({ row }) => row === headerRow)
    ? top
    : [...top, { row: headerRow, cells: '' }].filter(({ row }) => row > 0);
  return [
    { value: '0', label: t('wizard.noHeadings') },
    ...rows.map(({ row, cells }) => ({
      value: String(row),
      label: t('wizard.headingsIn', { row, cells }),
    })),
  ];
}

import { useMemo, useState } from 'react';
import { Button, NativeSelect, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportPreview as Preview } from '../../../shared/contract';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { useSpeech } from '../../words/useSpeech';
import { Mapping } from './Mapping';
import { kindsOf, planLines } from './planLines';
import type { LineKind } from './planLines';
import { PlanTable } from './PlanTable';
import type { Intake } from './useImport';
import styles from './SetupScreen.module.css';

interface Props {
  preview: Preview;
  name: string;
  busy: boolean;
  intake: Intake;
}

/** What would happen to every row, before anything is written; and how the columns were understood. */
export function ImportPreview({ preview, name, busy, intake }: Props) {
  const { t } = useTranslation(['setup', 'common']);
  const speech = useSpeech();
  const { plan } = preview;
  const lines = useMemo(() => planLines(plan), [plan]);
  const [shown, setShown] = useState<LineKind | 'all'>('all');
  const kinds = kindsOf(plan);
  const writes = plan.added.length + plan.updated.length;
  const how = [
    preview.encoding && t('import.encoding', { encoding: preview.encoding }),
    preview.delimiter && t('import.delimiter', { delimiter: delimiterWord(preview.delimiter, t) }),
  ].filter(Boolean);
  return (
    <div className={styles.preview}>
      <header className={styles.previewHead}>
        <div>
          <b>{name}</b>
          <p className={styles.dim}>{how.join(' · ')}</p>
        </div>
        {preview.sheets.length > 1 && (
          <NativeSelect
            label={t('import.sheet')}
            value={preview.sheet}
            data={preview.sheets}
            disabled={busy}
            onChange={(change) => intake.readAgain({ sheet: change.currentTarget.value })}
          />
        )}
        <div className={styles.buttons}>
          <Button
            size="md"
            loading={busy}
            disabled={writes === 0}
            leftSection={<Icon name="check" />}
            onClick={intake.apply}
            autoFocus
          >
            {writes === 0 ? t('import.nothingNew') : t('import.apply', { count: writes })}
          </Button>
          <Button size="md" variant="default" onClick={intake.cancel}>
            {t('common:cancel')}
          </Button>
        </div>
      </header>
      {busy && <Progress value={100} animated aria-label={t('import.working')} />}
      <div role="alert">
        {intake.failure && <Notice tone="bad">{speech.failure(intake.failure)}</Notice>}
      </div>
      <fieldset className={styles.kinds} aria-label={t('import.show')}>
        {kinds.map(({ kind, count }) => (
          <button
            key={kind}
            type="button"
            className={styles.kind}
            data-kind={kind}
            aria-pressed={shown === kind}
            disabled={kind === 'unchanged'}
            onClick={() => setShown(shown === kind ? 'all' : kind)}
          >
            <b>{speech.number(count)}</b>
            <span>{t(`kind.${kind}`, { count })}</span>
          </button>
        ))}
      </fieldset>
      <details className={`card ${styles.mapping}`} open={!isSure(preview)}>
        <summary>
          {t('mapping.title', {
            known: preview.columns.filter((one) => one.field !== '' && one.field !== '-').length,
            count: preview.columns.length,
          })}
        </summary>
        <Mapping
          columns={preview.columns}
          busy={busy}
          onChange={(mapping) => intake.readAgain({ mapping })}
        />
      </details>
      <PlanTable lines={shown === 'all' ? lines : lines.filter((line) => line.kind === shown)} />
    </div>
  );
}

/** Whether the columns say who people are: else the mapping is shown open. */
function isSure(preview: Preview): boolean {
  const fields = new Set(preview.columns.map((one) => one.field));
  return fields.has('name') || fields.has('lastName') || fields.has('organisation');
}

function delimiterWord(delimiter: string, t: (key: string) => string): string {
  return delimiter === '\t' ? t('import.tab') : `”${delimiter}”`;
}

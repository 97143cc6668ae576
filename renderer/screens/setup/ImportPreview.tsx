import { useDeferredValue, useMemo, useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportPreview as Preview } from '../../../shared/contract';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { useSpeech } from '../../words/useSpeech';
import { DropAnywhere } from './DropAnywhere';
import { Mapping } from './Mapping';
import { kindsOf, linesOf, linesWith, peopleWritten, planLines } from './planLines';
import type { LineKind } from './planLines';
import { PlanTable } from './PlanTable';
import { Understanding } from './Understanding';
import type { ImportStep, Intake } from './useImport';
import { Working } from './Working';
import own from './Import.module.css';
import styles from './SetupScreen.module.css';

interface Props {
  step: Extract<ImportStep, { at: 'previewed' | 'applying' }>;
  intake: Intake;
}

/** What would happen to every row, before anything is written; and how the file was understood. */
export function ImportPreview({ step, intake }: Props) {
  const { t } = useTranslation(['setup', 'import', 'common']);
  const speech = useSpeech();
  const { preview, taken, job, source } = step;
  const { plan } = preview;
  const busy = job !== '';
  const lines = useMemo(() => planLines(plan), [plan]);
  const [shown, setShown] = useState<LineKind | 'all'>('all');
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(words);
  const found = useMemo(() => linesWith(linesOf(lines, shown), wanted), [lines, shown, wanted]);
  const pastedName = t('import.pastedName');
  const writes = peopleWritten(plan, taken.values());
  const pasted = source.bytes === undefined;
  return (
    <div className={styles.preview}>
      {!busy && (
        <DropAnywhere
          onFiles={intake.readFiles}
          onCells={(text) => intake.readText(pastedName, text)}
        />
      )}
      <header className={styles.previewHead}>
        <b>{source.name}</b>
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
      <Understanding
        encoding={pasted || preview.encoding === '' ? null : preview.encoding}
        delimiter={preview.delimiter === '' ? null : preview.delimiter}
        sheets={preview.sheets}
        sheet={preview.sheet}
        headings={preview}
        busy={busy}
        onChange={intake.readAgain}
      />
      {busy && <Working job={job} />}
      <div role="alert">
        {intake.failure && <Notice tone="bad">{speech.failure(intake.failure)}</Notice>}
      </div>
      <fieldset className={styles.kinds} aria-label={t('import.show')}>
        {kindsOf(plan).map(({ kind, count }) => (
          <button
            key={kind}
            type="button"
            className={styles.kind}
            data-kind={kind}
            aria-pressed={shown === kind}
            disabled={count === 0 && shown !== kind}
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
      <div className={own.found}>
        <TextInput
          className={own.search}
          aria-label={t('import:wizard.find')}
          placeholder={t('import:wizard.find')}
          value={words}
          onChange={(change) => setWords(change.currentTarget.value)}
        />
        {plan.conflicts.length > 0 && (
          <>
            <Button
              variant="default"
              disabled={busy}
              onClick={() => intake.decide(plan.conflicts, true)}
            >
              {t('import:wizard.allFile')}
            </Button>
            <Button
              variant="default"
              disabled={busy || taken.size === 0}
              onClick={() => intake.decide(plan.conflicts, false)}
            >
              {t('import:wizard.allDesk')}
            </Button>
          </>
        )}
      </div>
      <PlanTable lines={found} taken={taken} busy={busy} onDecide={intake.decide} />
    </div>
  );
}

/** Whether the columns say who people are: else the mapping is shown open. */
function isSure(preview: Preview): boolean {
  const fields = new Set(preview.columns.map((one) => one.field));
  return fields.has('name') || fields.has('lastName') || fields.has('organisation');
}

import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../desk';
import { FilePick } from '../../parts/FilePick';
import { Notice } from '../../parts/Notice';
import { clipboardCells } from './clipboardCells';
import { DropAnywhere } from './DropAnywhere';
import { Unreadable } from './Unreadable';
import type { Intake } from './useImport';
import { Working } from './Working';
import styles from './SetupScreen.module.css';

/** A registration file picked or dropped, or cells pasted from a spreadsheet. */
export function ImportSource({ intake }: { intake: Intake }) {
  const { t } = useTranslation(['setup', 'common']);
  const [pasted = '', setPasted] = useDraft('import.pasted');
  const { step } = intake;
  const reading = step.at === 'reading';
  const pastedName = t('import.pastedName');
  const onCells = (text: string) => intake.readText(pastedName, text);
  return (
    <div className={styles.source}>
      <DropAnywhere onFiles={intake.readFiles} onCells={onCells} />
      <p className={styles.lead}>{t('import.lead')}</p>
      <div role="alert">
        {step.at === 'unreadable' && <Unreadable step={step} intake={intake} />}
      </div>
      {reading && (
        <Notice
          tone="calm"
          actions={
            <Button variant="default" size="sm" onClick={intake.cancel}>
              {t('common:cancel')}
            </Button>
          }
        >
          {t('import.reading', { name: step.name })}
          <Working job={step.job} />
        </Notice>
      )}
      <FilePick
        label={t('import.pick')}
        hint={t('import.hint')}
        accept=".csv,.txt,.tsv,.xlsx,text/csv"
        busy={reading}
        autoFocus={step.at === 'begin'}
        onFiles={intake.readFiles}
      />
      <Textarea
        label={t('import.paste')}
        description={t('import.pasteHow')}
        value={pasted}
        autosize
        minRows={3}
        maxRows={8}
        onChange={(change) => setPasted(change.currentTarget.value)}
        onPaste={(paste) => {
          const cells = clipboardCells(paste.clipboardData);
          if (pasted !== '' || cells === paste.clipboardData.getData('text/plain')) return;
          paste.preventDefault();
          setPasted(cells);
        }}
      />
      <div>
        <Button
          variant="default"
          disabled={pasted.trim() === '' || reading}
          onClick={() => onCells(pasted)}
        >
          {t('import.readPasted')}
        </Button>
      </div>
    </div>
  );
}

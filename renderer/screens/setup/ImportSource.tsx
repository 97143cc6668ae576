import { useState } from 'react';
import { Button, Progress, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fileBase64 } from '../../parts/bytes';
import { FilePick } from '../../parts/FilePick';
import { Notice } from '../../parts/Notice';
import { useSpeech } from '../../words/useSpeech';
import type { Intake } from './useImport';
import styles from './SetupScreen.module.css';

/** A registration file picked or dropped, or cells pasted from a spreadsheet. */
export function ImportSource({ intake }: { intake: Intake }) {
  const { t } = useTranslation(['setup', 'common']);
  const speech = useSpeech();
  const [pasted, setPasted] = useState('');
  const { step, failure } = intake;
  const reading = step.at === 'reading';
  const read = async (file: File) => {
    intake.read({ name: file.name, bytes: await fileBase64(file) });
  };
  return (
    <div className={styles.source}>
      <p className={styles.lead}>{t('import.lead')}</p>
      <div role="alert">{failure && <Notice tone="bad">{speech.failure(failure)}</Notice>}</div>
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
          <Progress value={100} animated mt="xs" aria-label={t('import.reading', { name: '' })} />
        </Notice>
      )}
      <FilePick
        label={t('import.pick')}
        hint={t('import.hint')}
        accept=".csv,.txt,.tsv,.xlsx,text/csv"
        busy={reading}
        autoFocus={step.at === 'begin'}
        onFile={(file) => void read(file)}
      />
      <Textarea
        label={t('import.paste')}
        description={t('import.pasteHow')}
        value={pasted}
        autosize
        minRows={3}
        maxRows={8}
        onChange={(change) => setPasted(change.currentTarget.value)}
      />
      <div>
        <Button
          variant="default"
          disabled={pasted.trim() === '' || reading}
          onClick={() => intake.read({ name: t('import.pastedName'), text: pasted })}
        >
          {t('import.readPasted')}
        </Button>
      </div>
    </div>
  );
}

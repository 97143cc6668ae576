import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../parts/Notice';
import { useSpeech } from '../../words/useSpeech';
import { Understanding } from './Understanding';
import type { ImportStep, Intake } from './useImport';
import styles from './Import.module.css';

interface Props {
  step: Extract<ImportStep, { at: 'unreadable' }>;
  intake: Intake;
}

/** Failures that another encoding or delimiter can mend. */
const MENDABLE = ['import.openQuote', 'import.cellTooLong', 'import.tooManyColumns'];

/** A file that could not be read: which, why, and what can be done about it here. */
export function Unreadable({ step, intake }: Props) {
  const { t } = useTranslation(['import', 'common']);
  const speech = useSpeech();
  const { source, failure } = step;
  const { name, bytes, text, encoding = '', delimiter = '' } = source;
  const there = bytes !== undefined || text !== undefined;
  return (
    <Notice
      tone="bad"
      actions={
        <>
          {there && (
            <Button variant="default" size="sm" onClick={() => intake.readAgain({})}>
              {t('wizard.again')}
            </Button>
          )}
          <Button variant="default" size="sm" onClick={intake.cancel}>
            {t('wizard.putAside')}
          </Button>
        </>
      }
    >
      <b className={styles.fileName}>{name}</b>
      <p className={styles.why}>{speech.failure(failure)}</p>
      {there && MENDABLE.includes(failure.code) && (
        <Understanding
          encoding={bytes === undefined ? null : encoding}
          delimiter={delimiter}
          busy={false}
          onChange={intake.readAgain}
        />
      )}
    </Notice>
  );
}

import { useState } from 'react';
import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/contract';
import { failureOf, useDesk, useEventDesk } from '../../../desk';
import { fromBase64 } from '../../../parts/bytes';
import { download } from '../../../parts/download';
import { Icon } from '../../../parts/Icon';
import { isLanguage, LANGUAGES } from '../../../words/languages';
import type { Language } from '../../../words/languages';
import { useSpeech } from '../../../words/useSpeech';
import styles from './feedback.module.css';

/** The form for paper as a PDF, in any of the three languages. */
export function FormMenu() {
  const { t, i18n } = useTranslation('feedback');
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const speech = useSpeech();
  const [chosen, setChosen] = useState<Language>();
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const language = chosen ?? speech.language;
  const make = async () => {
    setMaking(true);
    setFailure(undefined);
    try {
      const { pdf } = await desk.ask('reports.feedbackForm', { event: eventId, language });
      const name = `${i18n.getFixedT(language, 'feedback')('form.file')} ${state.event.name}`;
      const file = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
      download(fromBase64(pdf, 'application/pdf'), `${file}.pdf`);
    } catch (error) {
      setFailure(failureOf(error));
    }
    setMaking(false);
  };
  return (
    <div className={styles.form}>
      <SegmentedControl
        aria-label={t('form.language')}
        value={language}
        data={LANGUAGES.map((one) => ({ value: one, label: one.toUpperCase() }))}
        onChange={(value) => {
          if (isLanguage(value)) setChosen(value);
        }}
      />
      <Button
        variant="default"
        loading={making}
        leftSection={<Icon name="print" size={18} />}
        onClick={() => void make()}
      >
        {t('form.make')}
      </Button>
      {failure && (
        <span className={styles.trouble} role="alert">
          {speech.failure(failure)}
        </span>
      )}
    </div>
  );
}

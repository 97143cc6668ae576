import { useState } from 'react';
import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk, useEventDesk } from '../../../desk';
import { Icon } from '../../../parts/Icon';
import { useDocument } from '../../../parts/useDocument';
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
  const { make, making, failure } = useDocument();
  const language = chosen ?? speech.language;
  const form = () =>
    make(
      () => desk.ask('reports.feedbackForm', { event: eventId, language }),
      [i18n.getFixedT(language, 'feedback')('form.file'), state.event.name],
    );
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
        onClick={() => void form()}
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

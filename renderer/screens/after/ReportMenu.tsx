import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk, useEventDesk } from '../../desk';
import { Icon } from '../../parts/Icon';
import { useDocument } from '../../parts/useDocument';
import { useSpeech } from '../../words/useSpeech';
import styles from './after.module.css';

/** The whole of the figures as an A4 PDF in the language of the screen. */
export function ReportMenu() {
  const { t } = useTranslation('after');
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const speech = useSpeech();
  const { make, making, failure } = useDocument();
  const { language } = speech;
  const report = () =>
    make(
      () => desk.ask('reports.event', { event: eventId, language }),
      [t('report.file'), state.event.name, state.event.date],
    );
  return (
    <>
      <Button
        loading={making}
        leftSection={<Icon name="print" size={18} />}
        onClick={() => void report()}
      >
        {t('report.make')}
      </Button>
      {failure && (
        <span className={styles.trouble} role="alert">
          {speech.failure(failure)}
        </span>
      )}
    </>
  );
}

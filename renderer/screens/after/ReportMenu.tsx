import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract';
import { failureOf, useDesk, useEventDesk } from '../../desk';
import { fromBase64 } from '../../parts/bytes';
import { download } from '../../parts/download';
import { Icon } from '../../parts/Icon';
import { useSpeech } from '../../words/useSpeech';
import styles from './after.module.css';

/** The whole of the figures as an A4 PDF in the language of the screen. */
export function ReportMenu() {
  const { t } = useTranslation('after');
  const desk = useDesk();
  const { eventId, state } = useEventDesk();
  const speech = useSpeech();
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const make = async () => {
    setMaking(true);
    setFailure(undefined);
    try {
      const { language } = speech;
      const { pdf } = await desk.ask('reports.event', { event: eventId, language });
      const name = `${t('report.file')} ${state.event.name} ${state.event.date}`;
      const file = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
      download(fromBase64(pdf, 'application/pdf'), `${file}.pdf`);
    } catch (error) {
      setFailure(failureOf(error));
    }
    setMaking(false);
  };
  return (
    <>
      <Button
        loading={making}
        leftSection={<Icon name="print" size={18} />}
        onClick={() => void make()}
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

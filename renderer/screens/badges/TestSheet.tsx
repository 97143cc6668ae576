import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CUSTOM, type CustomSize } from '../../../shared/badges/customLayout';
import type { Failure } from '../../../shared/contract';
import { failureOf, useDesk } from '../../desk';
import { fromBase64 } from '../../parts/bytes';
import { download } from '../../parts/download';
import type { Printers } from '../../parts/printing';
import { useSpeech } from '../../words/useSpeech';
import styles from './badges.module.css';

interface Props {
  layout: string;
  size: CustomSize | null;
  printers: Printers;
}

/** A sheet of rulers and frames that shows by how much the printer is off. */
export function TestSheet({ layout, size, printers }: Props) {
  const { t } = useTranslation('badges');
  const desk = useDesk();
  const speech = useSpeech();
  const [failure, setFailure] = useState<Failure>();
  const { settings } = printers;
  const printer = settings?.printers[layout];
  const offset = settings?.offsets.find(
    (one) => one.layout === layout && one.printer === printer,
  )?.mm;
  const make = async () => {
    try {
      setFailure(undefined);
      const custom = layout === CUSTOM && size ? { custom: size } : {};
      const asked = { layout, ...custom, ...(offset ? { offset } : {}) };
      const { pdf } = await desk.ask('badges.testSheet', asked);
      download(fromBase64(pdf, 'application/pdf'), `${t('testSheet')}.pdf`);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <div>
      <Button variant="subtle" size="compact-sm" onClick={() => void make()}>
        {t('testSheet')}
      </Button>
      {failure && (
        <p className={styles.wrong} role="alert">
          {speech.failure(failure)}
        </p>
      )}
    </div>
  );
}

import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CUSTOM, type CustomSize } from '../../../shared/badges/customLayout';
import type { Failure } from '../../../shared/contract';
import { failureOf, useDesk } from '../../desk';
import { fromBase64 } from '../../parts/bytes';
import { download } from '../../parts/download';
import { useSpeech } from '../../words/useSpeech';
import words from './words.module.css';

interface Props {
  layout: string;
  size: CustomSize | null;
}

/** A sheet of rulers and frames, as a file to print oneself: it shows by how much that printer is off. */
export function TestSheet({ layout, size }: Props) {
  const { t } = useTranslation('badges');
  const desk = useDesk();
  const speech = useSpeech();
  const [failure, setFailure] = useState<Failure>();
  const make = async () => {
    try {
      setFailure(undefined);
      const custom = layout === CUSTOM && size ? { custom: size } : {};
      const { pdf } = await desk.ask('badges.testSheet', { layout, ...custom });
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
        <p className={words.wrong} role="alert">
          {speech.failure(failure)}
        </p>
      )}
    </div>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { REPRINT_REASONS } from '../../../shared/print';
import type { ReprintReason } from '../../../shared/print';
import { Notice } from '../Notice';

interface Props {
  /** Those who have a badge already, in one line. */
  names: string;
  count: number;
  /** Null: nothing is printed. */
  onAnswer(reason: ReprintReason | null): void;
}

/** A second badge is asked about once: why it is needed is the answer. */
export function ReprintAsk({ names, count, onAnswer }: Props) {
  const { t } = useTranslation('printing');
  return (
    <Notice
      tone="warn"
      sign="print"
      actions={
        <>
          {REPRINT_REASONS.map((reason) => (
            <Button key={reason} size="sm" variant="default" onClick={() => onAnswer(reason)}>
              {t(`again.${reason}`)}
            </Button>
          ))}
          <Button size="sm" variant="subtle" onClick={() => onAnswer(null)}>
            {t('again.no')}
          </Button>
        </>
      }
    >
      <span role="alert">{t('again.ask', { count, name: names })}</span>
    </Notice>
  );
}

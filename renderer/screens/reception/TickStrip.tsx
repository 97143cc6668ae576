import { memo } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { Notice } from '../../parts/Notice';
import { someNames } from './group';

interface Props {
  ticked: readonly Participant[];
  onCheckIn(): void;
  onMerge(kept: Participant, other: Participant): void;
  onClear(): void;
}

/** Those ticked: in with one key, or, of two, made one record. */
export const TickStrip = memo(function TickStrip({ ticked, onCheckIn, onMerge, onClear }: Props) {
  const { t } = useTranslation('reception');
  const [first, second] = ticked;
  if (!first) return null;
  const awaited = ticked.filter(({ status }) => status === 'expected' || status === 'left').length;
  return (
    <Notice
      tone="calm"
      actions={
        <>
          {awaited > 0 && (
            <Button size="sm" rightSection={<kbd className="key">F6</kbd>} onClick={onCheckIn}>
              {t('group.checkIn', { count: awaited })}
            </Button>
          )}
          {second && ticked.length === 2 && (
            <Button size="sm" variant="default" onClick={() => onMerge(first, second)}>
              {t('merge.two')}
            </Button>
          )}
          <Button size="sm" variant="default" onClick={onClear}>
            {t('tick.clear')}
          </Button>
        </>
      }
    >
      {t('tick.chosen', { count: ticked.length, names: someNames(ticked.map(fullName)) })}
    </Notice>
  );
});

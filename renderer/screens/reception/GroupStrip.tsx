import { useMemo } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/model/participant';
import { useEventDesk } from '../../desk/EventDesk';
import { Notice } from '../../parts/Notice';
import { awaitedOf, someNames } from './group';

interface Props {
  organisation: string;
  onCheckIn(): void;
  onClose(): void;
}

/** Everyone still awaited from one organisation, let in with one key. */
export function GroupStrip({ organisation, onCheckIn, onClose }: Props) {
  const { t } = useTranslation(['reception', 'common']);
  const { state } = useEventDesk();
  const awaited = useMemo(
    () => awaitedOf(state.participants, organisation),
    [state.participants, organisation],
  );
  return (
    <Notice
      tone="calm"
      actions={
        <>
          {awaited.length > 0 && (
            <Button size="sm" autoFocus onClick={onCheckIn}>
              {t('group.checkIn', { count: awaited.length })}
            </Button>
          )}
          <Button size="sm" variant="default" autoFocus={awaited.length === 0} onClick={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <b>{organisation}</b>
      <br />
      {awaited.length === 0
        ? t('group.none')
        : t('group.awaited', {
            count: awaited.length,
            names: someNames(awaited.map(fullName)),
          })}
    </Notice>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../../shared/print';
import { fullName } from '../../../shared/model/participant';
import { useEventDesk } from '../../desk';

interface Props {
  turn: Turn;
  onBacks(top: 'first' | 'last'): void;
  onEnough(): void;
}

/** The sheets are turned and lie in the printer: which of them is it going to take first? */
export function TurnActions({ turn, onBacks, onEnough }: Props) {
  const { t } = useTranslation('printing');
  const { state } = useEventDesk();
  const beginsWith = (id: string) => {
    const person = state.participants.get(id);
    return t('turn.top', { name: person ? fullName(person) : '?' });
  };
  return (
    <>
      {turn.sheets === 1 ? (
        <Button size="sm" onClick={() => onBacks('first')}>
          {t('turn.back')}
        </Button>
      ) : (
        (['first', 'last'] as const).map((top) => (
          <Button key={top} size="sm" onClick={() => onBacks(top)}>
            {beginsWith(turn[top])}
          </Button>
        ))
      )}
      <Button size="sm" variant="default" onClick={onEnough}>
        {t('turn.enough')}
      </Button>
    </>
  );
}

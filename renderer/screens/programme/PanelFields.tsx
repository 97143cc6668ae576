import { useMemo } from 'react';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import type { Seat } from '../../../shared/model/session';
import { marksOf } from '../../../shared/panel/marks';
import { useEventDesk } from '../../desk';
import type { Draft, Unreadable } from './draft';
import styles from './form.module.css';
import { SeatFields } from './SeatFields';

interface Props {
  draft: Draft;
  /** Id of the panel, null while it is new. */
  session: string | null;
  onChange(part: Partial<Draft>): void;
  wrong(field: Unreadable): string | false;
}

const newSeat = (): Seat => ({
  id: ulid(),
  name: '',
  title: '',
  organisation: '',
  participant: '',
  weight: 1,
  dropped: false,
});

/** Who sits in a panel, in the order of the table, and how its time is shared. */
export function PanelFields({ draft, session, onChange, wrong }: Props) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const { seats } = draft;
  const spoken = useMemo(
    () => new Set(session ? marksOf(state, session).map((mark) => mark.speaker) : []),
    [state, session],
  );
  const setSeats = (next: Seat[]) => onChange({ seats: next });
  const swap = (at: number, step: number) => {
    const next = [...seats];
    const [seat] = next.splice(at, 1);
    if (seat) next.splice(at + step, 0, seat);
    setSeats(next);
  };
  return (
    <fieldset className={styles.group}>
      <legend>{t('panel')}</legend>
      <div className={styles.fields}>
        <TextInput
          label={t('field.moderator')}
          value={draft.moderator}
          onChange={(input) => onChange({ moderator: input.currentTarget.value })}
          maxLength={300}
        />
        <TextInput
          label={t('field.turnLimit')}
          placeholder={t('hint.turnLimit')}
          value={draft.turnLimit}
          error={wrong('turnLimit')}
          onChange={(input) => onChange({ turnLimit: input.currentTarget.value })}
        />
        <TextInput
          label={t('field.reserve')}
          placeholder={t('hint.reserve')}
          value={draft.reserve}
          error={wrong('reserve')}
          onChange={(input) => onChange({ reserve: input.currentTarget.value })}
        />
        <Checkbox
          className={styles.check}
          label={t('field.holdEnd')}
          checked={draft.holdEnd}
          onChange={(input) => onChange({ holdEnd: input.currentTarget.checked })}
        />
      </div>
      <ol className={styles.seats}>
        {seats.map((seat, at) => (
          <SeatFields
            key={seat.id}
            seat={seat}
            number={at + 1}
            hasSpoken={spoken.has(seat.id)}
            onChange={(part) =>
              setSeats(seats.map((one) => (one.id === seat.id ? { ...one, ...part } : one)))
            }
            onRemove={() => setSeats(seats.filter((one) => one.id !== seat.id))}
            onUp={at > 0 ? () => swap(at, -1) : undefined}
            onDown={at < seats.length - 1 ? () => swap(at, 1) : undefined}
          />
        ))}
      </ol>
      <Button variant="subtle" size="xs" onClick={() => setSeats([...seats, newSeat()])}>
        {t('addSeat')}
      </Button>
    </fieldset>
  );
}

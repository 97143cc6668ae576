import { useState } from 'react';
import { ActionIcon, Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/model/participant';
import type { Seat } from '../../../shared/model/session';
import { useEventDesk } from '../../desk';
import { Icon } from '../../parts/Icon';
import { MoveKeys } from '../../parts/MoveKeys';
import { ParticipantPicker } from './ParticipantPicker';
import styles from './form.module.css';

interface Props {
  seat: Seat;
  number: number;
  hasSpoken: boolean;
  onChange(part: Partial<Seat>): void;
  onRemove(): void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

/** One place at the table. Who has spoken is marked absent rather than removed: the time stays counted. */
export function SeatFields({ seat, number, hasSpoken, onChange, onRemove, onUp, onDown }: Props) {
  const { t } = useTranslation('programme');
  const { state } = useEventDesk();
  const [picking, setPicking] = useState(false);
  const tied = seat.participant ? state.participants.get(seat.participant) : undefined;
  const name = seat.name || String(number);
  return (
    <li className={styles.seat} data-dropped={seat.dropped}>
      <div className={styles.seatLine}>
        <b className={styles.seatNumber}>{number}</b>
        <TextInput
          aria-label={t('seatField.name', { number })}
          placeholder={t('field.name')}
          value={seat.name}
          onChange={(input) => onChange({ name: input.currentTarget.value })}
          maxLength={300}
        />
        <TextInput
          aria-label={t('seatField.title', { number })}
          placeholder={t('field.jobTitle')}
          value={seat.title}
          onChange={(input) => onChange({ title: input.currentTarget.value })}
          maxLength={300}
        />
        <TextInput
          aria-label={t('seatField.organisation', { number })}
          placeholder={t('field.organisation')}
          value={seat.organisation}
          onChange={(input) => onChange({ organisation: input.currentTarget.value })}
          maxLength={300}
        />
        <NumberInput
          className={styles.weight}
          aria-label={t('seatField.weight', { number })}
          title={t('weight')}
          prefix="× "
          value={seat.weight}
          min={0.25}
          max={100}
          step={0.5}
          decimalScale={2}
          onChange={(value) => {
            const weight = Number(value);
            if (weight > 0) onChange({ weight });
          }}
        />
        <Checkbox
          label={t('absent')}
          checked={seat.dropped}
          onChange={(input) => onChange({ dropped: input.currentTarget.checked })}
        />
        <MoveKeys up={t('up', { name })} down={t('down', { name })} onUp={onUp} onDown={onDown} />
        <ActionIcon
          variant="default"
          size="lg"
          disabled={hasSpoken}
          onClick={onRemove}
          aria-label={t('removeNamed', { name })}
          title={hasSpoken ? t('hasSpoken') : undefined}
        >
          <Icon name="close" size={18} />
        </ActionIcon>
      </div>
      <div className={styles.tie}>
        {tied ? (
          <>
            <span className={styles.quiet}>
              {t('tiedTo', { name: fullName(tied), status: t(`terms:status.${tied.status}`) })}
            </span>
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => onChange({ participant: '' })}
            >
              {t('untie')}
            </Button>
          </>
        ) : (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={picking}
            onClick={() => setPicking((open) => !open)}
          >
            {t('tie')}
          </Button>
        )}
        {picking && !tied && (
          <ParticipantPicker
            like={seat.name}
            onPick={(person) => {
              setPicking(false);
              onChange({
                participant: person.id,
                name: seat.name || fullName(person),
                title: seat.title || person.title,
                organisation: seat.organisation || person.organisation,
              });
            }}
          />
        )}
      </div>
    </li>
  );
}

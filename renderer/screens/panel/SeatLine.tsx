import { Checkbox, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CommandOf } from '../../../shared/commands/command';
import type { Seat } from '../../../shared/model/session';
import { MoveKeys } from '../../parts/MoveKeys';
import { Arrived } from './Arrived';
import styles from './settings.module.css';

interface Props {
  seat: Seat;
  /** Place among those who are here, from 1. */
  number: number;
  onEdit(fields: CommandOf<'seat.edit'>['fields']): void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

/** One place at the table: moved with the mouse or with its two buttons. */
export function SeatLine(props: Props) {
  const { seat, number, onEdit, onUp, onDown } = props;
  const { t } = useTranslation('panel');
  const { name, dropped, weight } = seat;
  return (
    <li className={styles.seat} draggable data-dropped={dropped} data-seat={seat.id}>
      <b>{dropped ? '–' : number}</b>
      <span className={styles.seatName}>
        {name} <Arrived participant={seat.participant} />
      </span>
      <NumberInput
        className={styles.weight}
        aria-label={t('set.weight', { name })}
        prefix="× "
        value={weight}
        min={0.25}
        max={100}
        step={0.5}
        decimalScale={2}
        disabled={dropped}
        onChange={(value) => {
          const next = Number(value);
          if (next > 0 && next <= 100 && next !== weight) onEdit({ weight: next });
        }}
      />
      <Checkbox
        label={t('set.here')}
        aria-label={t('set.hereNamed', { name })}
        checked={!dropped}
        onChange={(input) => onEdit({ dropped: !input.currentTarget.checked })}
      />
      <MoveKeys
        up={t('set.up', { name })}
        down={t('set.down', { name })}
        onUp={onUp}
        onDown={onDown}
      />
    </li>
  );
}

import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Duration } from '../../../shared/model/units';
import { elapsed } from '../stage/countdown';
import { readSpan } from './span';
import type { Unit } from './span';
import styles from './settings.module.css';

interface Props {
  label: string;
  hint: string;
  value: Duration;
  /** What a number alone counts. */
  bare: Unit;
  /** Answers whether it was carried out: else what was typed stays. */
  onSet(ms: Duration): Promise<boolean>;
}

/** A length in minutes and seconds that is set when the field is left or Enter is pressed. */
export function LengthField({ label, hint, value, bare, onSet }: Props) {
  const { t } = useTranslation('panel');
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const put = async () => {
    if (typed === null) return;
    const ms = typed.trim() === '' ? 0 : readSpan(typed, bare);
    setWrong(ms === null);
    if (ms !== null && (ms === value || (await onSet(ms)))) setTyped(null);
  };
  return (
    <TextInput
      className={styles.length}
      label={label}
      description={hint}
      value={typed ?? elapsed(value)}
      error={wrong && t(`unreadable.${bare}`)}
      onChange={(input) => setTyped(input.currentTarget.value)}
      onBlur={() => void put()}
      onKeyDown={(press) => {
        if (press.key === 'Enter') void put();
        if (press.key !== 'Escape') return;
        setTyped(null);
        setWrong(false);
        press.currentTarget.blur();
      }}
    />
  );
}

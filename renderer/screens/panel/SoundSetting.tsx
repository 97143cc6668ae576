import { useState } from 'react';
import { Button, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { playTones } from '../../sound/tones';
import styles from './settings.module.css';
import { WARNING_TONES } from './warningSound';

interface Props {
  on: boolean;
  onChange(on: boolean): void;
}

/** Tones at the two warnings, from this machine only; tried out before anybody relies on them. */
export function SoundSetting({ on, onChange }: Props) {
  const { t } = useTranslation('panel');
  const [silent, setSilent] = useState(false);
  const test = async (which: 'first' | 'second') => {
    setSilent(!(await playTones(WARNING_TONES[which])));
  };
  return (
    <div className={styles.sound}>
      <Switch
        label={t('sound')}
        description={t('soundHow')}
        checked={on}
        onChange={(input) => onChange(input.currentTarget.checked)}
      />
      {(['first', 'second'] as const).map((which) => (
        <Button key={which} size="compact-sm" variant="default" onClick={() => void test(which)}>
          {t(`soundTest.${which}`)}
        </Button>
      ))}
      {silent && <p role="alert">{t('soundSilent')}</p>}
    </div>
  );
}

import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ASKABLE } from '../../../shared/model/event';
import type { Askable, EventDetails } from '../../../shared/model/event';
import { PinSetting } from './PinSetting';
import styles from './SetupScreen.module.css';

interface Props {
  asked: readonly Askable[];
  onSave(fields: Pick<EventDetails, 'askAtCheckIn'>): Promise<unknown>;
}

/** What the reception asks of those who come, and the PIN that opens it when it was locked. */
export function ReceptionSettings({ asked, onSave }: Props) {
  const { t } = useTranslation(['setup', 'terms']);
  /** What is being saved: a second tick that follows at once builds on the first. */
  const [saving, setSaving] = useState<readonly Askable[]>();
  const save = async (chosen: readonly string[]) => {
    const askAtCheckIn = ASKABLE.filter((field) => chosen.includes(field));
    setSaving(askAtCheckIn);
    await onSave({ askAtCheckIn });
    setSaving((last) => (last === askAtCheckIn ? undefined : last));
  };
  return (
    <>
      <Checkbox.Group
        label={t('ask.title')}
        description={t('ask.how')}
        value={[...(saving ?? asked)]}
        onChange={(chosen) => void save(chosen)}
      >
        <div className={styles.asks}>
          {ASKABLE.map((field) => (
            <Checkbox key={field} value={field} label={t(`terms:field.${field}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <PinSetting />
    </>
  );
}

import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ASKABLE } from '../../../shared/model/event';
import type { Askable, EventDetails } from '../../../shared/model/event';
import { PinSetting } from './PinSetting';
import styles from './SetupScreen.module.css';

interface Props {
  asked: readonly Askable[];
  onSave(fields: Pick<EventDetails, 'askAtCheckIn'>): void;
}

/** What the reception asks of those who come, and the PIN that opens it when it was locked. */
export function ReceptionSettings({ asked, onSave }: Props) {
  const { t } = useTranslation(['setup', 'terms']);
  return (
    <>
      <Checkbox.Group
        label={t('ask.title')}
        description={t('ask.how')}
        value={[...asked]}
        onChange={(chosen) =>
          onSave({ askAtCheckIn: ASKABLE.filter((field) => chosen.includes(field)) })
        }
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

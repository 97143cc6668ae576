import { useTranslation } from 'react-i18next';
import { SavedChoice } from '../../parts/SavedField';

/** Offered beside what the event has: a month, three, half a year, a year, two; 0 = until somebody decides. */
const DAYS = [30, 90, 180, 365, 730, 0];

interface Props {
  days: number;
  onSave(days: number): void;
}

/** After how many days the desk reminds that personal data are to be erased. */
export function Retention({ days, onSave }: Props) {
  const { t } = useTranslation('setup');
  const offered = DAYS.includes(days) ? DAYS : [days, ...DAYS];
  return (
    <SavedChoice
      label={t('event.retention')}
      value={String(days)}
      options={offered.map((one) => ({
        value: String(one),
        label: one === 0 ? t('event.retentionNever') : t('event.retentionDays', { count: one }),
      }))}
      onSave={(value) => onSave(Number(value))}
    />
  );
}

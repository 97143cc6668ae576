import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../words/useSpeech';
import styles from './badges.module.css';
import { PeoplePicker } from './PeoplePicker';
import { WHOM } from './whom';
import type { Counts, Whom } from './whom';

interface Props {
  counts: Counts;
  whom: Whom;
  onWhom(whom: Whom): void;
  picked: readonly string[];
  onPicked(picked: readonly string[]): void;
}

/** Who gets a badge, with how many that is. */
export function WhomSettings({ counts, whom, onWhom, picked, onPicked }: Props) {
  const { t } = useTranslation('badges');
  const { number } = useSpeech();
  return (
    <>
      <Radio.Group
        label={t('whom')}
        value={whom}
        onChange={(value) => onWhom(WHOM.find((one) => one === value) ?? 'all')}
      >
        <div className={styles.choices}>
          {WHOM.map((one) => (
            <Radio
              key={one}
              value={one}
              label={
                <>
                  {t(`whom.${one}`)} <b>{number(one === 'picked' ? picked.length : counts[one])}</b>
                </>
              }
            />
          ))}
        </div>
      </Radio.Group>
      {whom === 'picked' && <PeoplePicker picked={picked} onPicked={onPicked} />}
    </>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../parts/Icon';
import { useSpeech } from '../../../words/useSpeech';
import { sizeInWords } from './size';
import type { BackupShelf } from './useBackups';
import styles from './Backups.module.css';

/** The sticks that are plugged in: one touch copies how things stand now. */
export function Sticks({ shelf }: { shelf: BackupShelf }) {
  const { t } = useTranslation('backups');
  const speech = useSpeech();
  const { drives, busy } = shelf;
  return (
    <div className={styles.buttons}>
      {drives?.map((drive) => (
        <Button
          key={drive.path}
          variant="default"
          leftSection={<Icon name="export" />}
          loading={busy === `copy ${drive.path}`}
          disabled={busy !== undefined}
          onClick={() => shelf.copy(drive)}
        >
          {drive.free === null
            ? t('copyTo', { drive: drive.name })
            : t('copyToFree', {
                drive: drive.name,
                free: sizeInWords(drive.free, speech.language),
              })}
        </Button>
      ))}
      {drives?.length === 0 && <span className={styles.dim}>{t('noStick')}</span>}
      <Button
        variant="subtle"
        loading={busy === 'look'}
        disabled={busy !== undefined}
        onClick={() => shelf.look()}
      >
        {t('look')}
      </Button>
    </div>
  );
}

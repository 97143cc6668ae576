import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './empty.module.css';

/** Nothing yet: begin with a first session, or with another event's programme. */
export function EmptyProgramme({ onAdd, onCopy }: { onAdd(): void; onCopy(): void }) {
  const { t } = useTranslation('programme');
  return (
    <div className={styles.empty}>
      <p>{t('empty')}</p>
      <div className={styles.ways}>
        <Button size="md" onClick={onAdd}>
          {t('addFirst')}
        </Button>
        <Button size="md" variant="default" onClick={onCopy}>
          {t('copyFrom')}
        </Button>
      </div>
    </div>
  );
}

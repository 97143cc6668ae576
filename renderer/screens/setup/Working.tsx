import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProgress } from './useProgress';
import styles from './Import.module.css';

/** What is being done to a file just now, and how much of it. */
export function Working({ job }: { job: string }) {
  const { t } = useTranslation('import');
  const { phase, share } = useProgress(job);
  const words = t(`wizard.phase.${phase === 'none' ? 'reading' : phase}`);
  return (
    <div className={styles.working}>
      <span>{words}</span>
      <Progress
        value={Math.max(4, share * 100)}
        animated
        aria-label={words}
        className={styles.bar}
      />
    </div>
  );
}

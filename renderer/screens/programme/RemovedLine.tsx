import { ActionIcon, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import styles from './removed.module.css';
import type { Removed, Removing } from './useRemoving';

/** Stands where a session stood that was just removed, with the way back. */
export function RemovedLine({ one, removing }: { one: Removed; removing: Removing }) {
  const { t } = useTranslation('programme');
  const name = one.session.title || t('untitled');
  return (
    <output className={styles.line}>
      <span>{t('removed', { name })}</span>
      <Button
        size="xs"
        variant="default"
        autoFocus
        leftSection={<Icon name="undo" size={16} />}
        aria-label={t('undoRemove', { name })}
        onClick={() => removing.undo(one)}
      >
        {t('undo')}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={t('common:close')}
        onClick={() => removing.dismiss(one.session.id)}
      >
        <Icon name="close" size={16} />
      </ActionIcon>
    </output>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import { Key } from '../../parts/Key';
import type { Undo } from '../../parts/useUndo';
import styles from './programme.module.css';

interface Props {
  undo: Undo;
  canReplan: boolean;
  replanning: boolean;
  onReplan(): void;
  onAdd(): void;
}

/** What is done with the programme as a whole. */
export function Tools({ undo, canReplan, replanning, onReplan, onAdd }: Props) {
  const { t, i18n } = useTranslation('programme');
  const what = undo.last && `did.${undo.last.kind}`;
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('tools')}>
      <Button
        variant="default"
        onClick={onAdd}
        aria-keyshortcuts="N"
        rightSection={<Key>N</Key>}
        data-add
      >
        {t('add')}
      </Button>
      <Button
        variant={replanning ? 'light' : 'default'}
        disabled={!canReplan}
        onClick={onReplan}
        aria-keyshortcuts="R"
        data-replan
        aria-expanded={replanning}
        rightSection={<Key>R</Key>}
      >
        {t('replan')}
      </Button>
      <Button
        variant="default"
        onClick={() => window.print()}
        leftSection={<Icon name="print" size={18} />}
      >
        {t('print')}
      </Button>
      <Button
        variant="subtle"
        disabled={!undo.last}
        onClick={() => void undo.undo()}
        aria-keyshortcuts="Control+Z"
        leftSection={<Icon name="undo" size={18} />}
        rightSection={<Key>Ctrl Z</Key>}
      >
        {what && i18n.exists(`programme:${what}`) ? t('undoOf', { what: t(what) }) : t('undo')}
      </Button>
    </div>
  );
}

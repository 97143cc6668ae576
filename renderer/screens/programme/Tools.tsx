import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import { Key } from '../../parts/Key';
import type { Undo } from '../../parts/useUndo';
import { PrintMenu } from './PrintMenu';
import styles from './programme.module.css';

/** What can be opened above the run sheet. */
export type Opened = 'replan' | 'copy' | 'stage';

interface Props {
  undo: Undo;
  canReplan: boolean;
  /** What is open above the run sheet. */
  open: Opened | null;
  onOpen(what: Opened): void;
  onAdd(): void;
}

/** What is done with the programme as a whole. */
export function Tools({ undo, canReplan, open, onOpen, onAdd }: Props) {
  const { t, i18n } = useTranslation('programme');
  const what = undo.last && `did.${undo.last.kind}`;
  const undoing =
    what && i18n.exists(`programme:${what}`) ? t('undoOf', { what: t(what) }) : t('undo');
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
        variant={open === 'replan' ? 'light' : 'default'}
        disabled={!canReplan}
        onClick={() => onOpen('replan')}
        aria-keyshortcuts="R"
        data-replan
        aria-expanded={open === 'replan'}
        rightSection={<Key>R</Key>}
      >
        {t('replan')}
      </Button>
      <Button
        variant={open === 'copy' ? 'light' : 'default'}
        onClick={() => onOpen('copy')}
        data-copy
        aria-expanded={open === 'copy'}
      >
        {t('copyFrom')}
      </Button>
      <PrintMenu />
      <Button
        variant={open === 'stage' ? 'light' : 'default'}
        onClick={() => onOpen('stage')}
        data-stage-controls
        aria-expanded={open === 'stage'}
        aria-keyshortcuts="V"
        rightSection={<Key>V</Key>}
      >
        {t('stage')}
      </Button>
      <Button
        variant="subtle"
        className={styles.undo}
        title={undoing}
        disabled={!undo.last}
        onClick={() => void undo.undo()}
        aria-keyshortcuts="Control+Z"
        leftSection={<Icon name="undo" size={18} />}
        rightSection={<Key>Ctrl Z</Key>}
      >
        <span className={styles.undoing}>{undoing}</span>
      </Button>
    </div>
  );
}

import { useState } from 'react';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import { Key } from '../../parts/Key';
import type { Undo } from '../../parts/useUndo';
import styles from './panel.module.css';
import type { Part } from './panelKeys';
import type { PanelSession } from './panels';
import type { Floor } from './useFloor';

interface Props {
  session: PanelSession;
  panels: readonly PanelSession[];
  onPick(session: string): void;
  floor: Floor;
  undo: Undo;
  /** The parts of the screen that are open. */
  parts: ReadonlySet<Part>;
  onPart(part: Part): void;
}

const PARTS: ReadonlyArray<{ part: Part; key: string }> = [
  { part: 'settings', key: 'P' },
  { part: 'report', key: 'R' },
  { part: 'keys', key: '?' },
];

/** Which panel, its start and end, and undo. Ending asks once, in place. */
export function PanelHead({ session, panels, onPick, floor, undo, parts, onPart }: Props) {
  const { t, i18n } = useTranslation('panel');
  const [ending, setEnding] = useState(false);
  const running = session.startedAt !== null && session.endedAt === null;
  const what = undo.last && `did.${undo.last.kind}`;
  const undoing = what && i18n.exists(`panel:${what}`) ? t('undoOf', { what: t(what) }) : t('undo');
  return (
    <header className={styles.head}>
      {panels.length > 1 ? (
        <>
          <h1 className="unseen">{session.title || t('untitled')}</h1>
          <NativeSelect
            className={styles.pick}
            size="md"
            aria-label={t('which')}
            value={session.id}
            onChange={(input) => onPick(input.currentTarget.value)}
            data={panels.map((one) => ({ value: one.id, label: one.title || t('untitled') }))}
          />
        </>
      ) : (
        <h1 className={styles.title}>{session.title || t('untitled')}</h1>
      )}
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
      {PARTS.map(({ part, key }) => (
        <Button
          key={part}
          variant={parts.has(part) ? 'light' : 'subtle'}
          aria-expanded={parts.has(part)}
          aria-keyshortcuts={key}
          onClick={() => onPart(part)}
          rightSection={<Key>{key}</Key>}
        >
          {t(part)}
        </Button>
      ))}
      {session.startedAt === null && (
        <Button size="md" onClick={floor.start} aria-keyshortcuts="S" rightSection={<Key>S</Key>}>
          {t('start')}
        </Button>
      )}
      {running && !ending && (
        <Button size="md" variant="default" onClick={() => setEnding(true)}>
          {t('end')}
        </Button>
      )}
      {running && ending && (
        <>
          <Button size="md" color="red" autoFocus onClick={floor.end}>
            {t('endSure')}
          </Button>
          <Button size="md" variant="default" onClick={() => setEnding(false)}>
            {t('common:cancel')}
          </Button>
        </>
      )}
      {session.endedAt !== null && <b className={styles.ended}>{t('ended')}</b>}
    </header>
  );
}

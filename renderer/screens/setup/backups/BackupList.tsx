import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../../shared/model/backup';
import { useEventDesk } from '../../../desk/EventDesk';
import { useSpeech } from '../../../words/useSpeech';
import { RestoreAsk } from './RestoreAsk';
import type { BackupShelf } from './useBackups';
import { useWhen } from './useWhen';
import styles from './Backups.module.css';

/** Shown before somebody asks for all. */
const FIRST = 6;

/** The backups in words, the newest first, each with the way back to it. */
export function BackupList({ shelf }: { shelf: BackupShelf }) {
  const { t } = useTranslation('backups');
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<string>();
  const backups = shelf.backups ?? [];
  if (shelf.backups && backups.length === 0) return <p className={styles.dim}>{t('none')}</p>;
  const shown = all ? backups : backups.slice(0, FIRST);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((backup) => (
          <li key={backup.name} className={styles.row}>
            <Told backup={backup} />
            {!backup.flaw && asked !== backup.name && (
              <Restore backup={backup} shelf={shelf} onAsk={() => setAsked(backup.name)} />
            )}
            {asked === backup.name && (
              <RestoreAsk
                backup={backup}
                onNo={() => setAsked(undefined)}
                onYes={() => {
                  setAsked(undefined);
                  shelf.restore(backup.name);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {backups.length > shown.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('showAll', { count: backups.length })}
        </Button>
      )}
    </>
  );
}

interface RestoreProps {
  backup: Backup;
  shelf: BackupShelf;
  onAsk(): void;
}

function Restore({ backup, shelf, onAsk }: RestoreProps) {
  const { t } = useTranslation('backups');
  const { state, now } = useEventDesk();
  const when = useWhen(state.event.timeZone);
  return (
    <Button
      variant="default"
      className={styles.restore}
      loading={shelf.busy === `restore ${backup.name}`}
      disabled={shelf.busy !== undefined}
      aria-label={t('restoreOf', { when: when(backup.at, now()) })}
      onClick={onAsk}
    >
      {t('restore')}
    </Button>
  );
}

function Told({ backup }: { backup: Backup }) {
  const { t } = useTranslation('backups');
  const { state, now } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  const when = useWhen(state.event.timeZone);
  const { about } = backup;
  return (
    <span className={styles.told}>
      <b>{when(backup.at, now())}</b>
      <span>{t(`why.${backup.why}`)}</span>
      <span className={backup.flaw ? styles.flaw : styles.dim}>
        {backup.flaw
          ? t(`flaw.${backup.flaw}`)
          : about
            ? t('people', {
                count: about.participants,
                number: speech.number(about.participants),
                present: speech.number(about.present),
              })
            : backup.sealed && t('sealed')}
      </span>
    </span>
  );
}

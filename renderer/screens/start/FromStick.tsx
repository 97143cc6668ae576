import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract';
import type { BackupSource, Drive } from '../../../shared/model/backup';
import { useDesk } from '../../desk/DeskContext';
import { failureOf } from '../../desk/replica';
import { fileBase64 } from '../../parts/bytes';
import { FilePick } from '../../parts/FilePick';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { goTo } from '../../route';
import { useSpeech } from '../../words/useSpeech';
import { localDay } from './localDay';
import styles from './StartScreen.module.css';

/** Shown of one stick; the newest of them are the ones somebody has come with. */
const SHOWN = 8;

/** A refusal that says the event is on this desk already, and from where it could be restored. */
interface Here {
  failure: Failure;
  event: string;
  from: BackupSource;
}

/** Opens an event from a backup: on a stick at the desk's machine, or a file of this browser's. */
export function FromStick() {
  const { t } = useTranslation('start');
  const desk = useDesk();
  const speech = useSpeech();
  const [drives, setDrives] = useState<readonly Drive[]>();
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [here, setHere] = useState<Here>();

  useEffect(() => {
    let shown = true;
    desk.ask('drives.list', {}).then(
      (found) => shown && setDrives(found),
      (error: unknown) => shown && setFailure(failureOf(error)),
    );
    return () => {
      shown = false;
    };
  }, [desk]);

  const run = async (what: string, work: () => Promise<void>) => {
    setBusy(what);
    setFailure(undefined);
    setHere(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(failureOf(error));
    }
    setBusy(undefined);
  };
  const look = () => run('look', async () => setDrives(await desk.ask('drives.list', {})));
  const open = (what: string, source: () => Promise<BackupSource>) =>
    run(what, async () => {
      const from = await source();
      try {
        const { event } = await desk.ask('events.openBackup', { from });
        goTo({ at: 'event', event, screen: 'reception' });
      } catch (error) {
        const known = failureOf(error);
        const event = known.params['id'];
        if (!known.code.startsWith('backup.here') || typeof event !== 'string') throw error;
        setHere({ failure: known, event, from });
      }
    });
  const restore = ({ event, from }: Here) =>
    run('restore', async () => {
      await desk.ask('backups.restore', { event, from });
      goTo({ at: 'event', event, screen: 'reception' });
    });

  return (
    <div className={`card ${styles.way}`}>
      <h3>
        <Icon name="export" size={26} /> {t('stick.title')}
      </h3>
      <p>{t('stick.text')}</p>
      <div role="alert">
        {failure && <Notice tone="bad">{speech.failure(failure)}</Notice>}
        {here && (
          <Notice
            tone="warn"
            actions={
              <>
                <Button
                  onClick={() => goTo({ at: 'event', event: here.event, screen: 'reception' })}
                >
                  {t('stick.openHere')}
                </Button>
                {here.failure.code !== 'backup.hereSame' && (
                  <Button
                    variant="default"
                    leftSection={<Icon name="undo" />}
                    loading={busy === 'restore'}
                    onClick={() => void restore(here)}
                  >
                    {t('stick.restore')}
                  </Button>
                )}
              </>
            }
          >
            {speech.failure(here.failure)}
            {here.failure.code !== 'backup.hereSame' && (
              <Restoring seal={here.failure.params['seal']} />
            )}
          </Notice>
        )}
      </div>
      {drives?.map((drive) => (
        <Found
          key={drive.path}
          drive={drive}
          busy={busy}
          onOpen={(file) => void open(file, async () => ({ drive: drive.path, file }))}
        />
      ))}
      {drives?.length === 0 && <p>{t('stick.none')}</p>}
      <Button variant="default" loading={busy === 'look'} onClick={() => void look()}>
        {t('stick.look')}
      </Button>
      <FilePick
        label={t('stick.pick')}
        hint={t('stick.hint')}
        accept=".nuija-backup"
        busy={busy === 'file'}
        onFile={(file) => void open('file', async () => ({ bytes: await fileBase64(file) }))}
      />
    </div>
  );
}

/** What `backup.here…` refusals say of the passphrase; `none` needs no word. */
const SEALS = ['stays', 'unseals', 'seals', 'other'] as const;

/** That restoring can be taken back, and what becomes of the event's passphrase. */
function Restoring({ seal }: { seal: unknown }) {
  const { t } = useTranslation('start');
  const said = SEALS.find((one) => one === seal);
  return (
    <>
      {` ${t('stick.undoable')} `}
      {said && <b>{t(`stick.seal.${said}`)}</b>}
    </>
  );
}

interface FoundProps {
  drive: Drive;
  busy: string | undefined;
  onOpen(file: string): void;
}

/** The backups on one stick, by the event's name and the time; of a sealed one only the time is known. */
function Found({ drive, busy, onOpen }: FoundProps) {
  const { t } = useTranslation('start');
  const speech = useSpeech();
  if (drive.backups.length === 0) return <p>{t('stick.empty', { drive: drive.name })}</p>;
  return (
    <ul className={styles.found} aria-label={drive.name}>
      {drive.backups.slice(0, SHOWN).map(({ name, about, sealed, at, here }) => (
        <li key={name}>
          <Button
            variant="default"
            fullWidth
            justify="flex-start"
            className={styles.foundOne}
            loading={busy === name}
            onClick={() => onOpen(name)}
          >
            <span className={styles.eventWords}>
              <b>{about ? about.name : t(sealed ? 'stick.sealed' : 'stick.unnamed')}</b>
              <span className={styles.dim}>
                {t('stick.made', { day: speech.day(localDay(at)), time: speech.clock(at) })}
                {here && ` · ${t('stick.here')}`}
                {sealed && ` · ${t('stick.sealedSince')}`}
              </span>
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

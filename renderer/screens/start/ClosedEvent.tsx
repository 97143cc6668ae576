import { useEffect, useState } from 'react';
import { Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure, Notice as Told } from '../../../shared/contract';
import type { Backup } from '../../../shared/model/backup';
import { useDesk } from '../../desk/DeskContext';
import { failureOf } from '../../desk/replica';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { goTo } from '../../route';
import { useSpeech } from '../../words/useSpeech';
import { localDay } from './localDay';
import styles from './StartScreen.module.css';

/** Shown of one event; what is older helps only when none of these can be read. */
const SHOWN = 6;

/** A later version's files are sound: no backup is to be put in their place. */
const isSound = ({ says }: Told) => says.some(({ code }) => code.endsWith('.newer'));

/** An event that cannot be opened as it is: why, and its backups, any of which brings it back. */
export function ClosedEvent({ told }: { told: Told }) {
  const { t } = useTranslation('start');
  const desk = useDesk();
  const speech = useSpeech();
  const [backups, setBackups] = useState<readonly Backup[]>();
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const { event } = told;
  const offered = !isSound(told);
  useEffect(() => {
    if (!offered) return;
    let here = true;
    desk.ask('backups.list', { event }).then(
      (list) => here && setBackups(list.backups.filter((one) => !one.flaw)),
      (error: unknown) => here && setFailure(failureOf(error)),
    );
    return () => {
      here = false;
    };
  }, [desk, event, offered]);
  const restore = async (name: string) => {
    setBusy(name);
    setFailure(undefined);
    try {
      await desk.ask('backups.restore', { event, from: { name } });
      goTo({ at: 'event', event, screen: 'reception' });
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(undefined);
    }
  };
  const within = ({ about, sealed }: Backup) => {
    if (!about) return sealed ? t('backups:sealed') : '';
    const { participants, present } = about;
    const numbers = { number: speech.number(participants), present: speech.number(present) };
    return t('backups:people', { count: participants, ...numbers });
  };
  const name = backups?.find((one) => one.about)?.about?.name;
  return (
    <section className={`card ${styles.closed}`} aria-labelledby={`closed-${event}`}>
      <Title order={2} size="h3" id={`closed-${event}`}>
        <Icon name="warn" size={26} /> {name ? t('closed.named', { name }) : t('closed.title')}
      </Title>
      <p>{told.says.map(speech.failure).join(' ')}</p>
      {failure && (
        <div role="alert">
          <Notice tone="bad">{speech.failure(failure)}</Notice>
        </div>
      )}
      {backups && <p>{t(backups.length > 0 ? 'closed.how' : 'closed.none')}</p>}
      {backups && backups.length > 0 && (
        <ul className={styles.found} aria-label={t('backups:title')}>
          {backups.slice(0, SHOWN).map((one) => (
            <li key={one.name}>
              <Button
                variant="default"
                fullWidth
                justify="flex-start"
                className={styles.foundOne}
                leftSection={<Icon name="undo" />}
                loading={busy === one.name}
                disabled={busy !== undefined}
                onClick={() => void restore(one.name)}
              >
                <span className={styles.eventWords}>
                  <b>
                    {t('closed.restore', {
                      day: speech.day(localDay(one.at)),
                      time: speech.clock(one.at),
                    })}
                  </b>
                  <span className={styles.dim}>
                    {[t(`backups:why.${one.why}`), within(one)].filter(Boolean).join(' · ')}
                  </span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

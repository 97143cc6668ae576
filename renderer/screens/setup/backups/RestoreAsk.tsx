import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../../shared/model/backup';
import { useDesk } from '../../../desk/DeskContext';
import { useEventDesk } from '../../../desk/EventDesk';
import { Icon } from '../../../parts/Icon';
import { useSpeech } from '../../../words/useSpeech';
import { useWhen } from './useWhen';
import styles from './Backups.module.css';

interface Props {
  backup: Backup;
  onYes(): void;
  onNo(): void;
}

/** Says in place what will be gone and that it can be taken back, before anything is restored. */
export function RestoreAsk({ backup, onYes, onNo }: Props) {
  const { t } = useTranslation('backups');
  const { state, now } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  const when = useWhen(state.event.timeZone)(backup.at, now());
  const { participants, present } = countNow(state.participants);
  const sealed = useSealed();
  const escape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onNo();
  };
  return (
    <fieldset className={styles.ask}>
      <legend>{t('ask.title', { when })}</legend>
      <p>{t('ask.gone', { when })}</p>
      {backup.about && (
        <p>
          {t('ask.counts', {
            participants: speech.number(participants),
            present: speech.number(present),
            participantsThen: speech.number(backup.about.participants),
            presentThen: speech.number(backup.about.present),
          })}
        </p>
      )}
      {sealed !== undefined && sealed !== backup.sealed && (
        <p>
          <b>{t(sealed ? 'ask.unseals' : 'ask.seals')}</b>
        </p>
      )}
      <p>{t('ask.back')}</p>
      <div className={styles.buttons}>
        <Button leftSection={<Icon name="undo" />} onKeyDown={escape} onClick={onYes}>
          {t('ask.yes')}
        </Button>
        <Button variant="default" autoFocus onKeyDown={escape} onClick={onNo}>
          {t('ask.no')}
        </Button>
      </div>
    </fieldset>
  );
}

/** Whether the event has a passphrase now; undefined until the desk has said so. */
function useSealed(): boolean | undefined {
  const desk = useDesk();
  const { eventId } = useEventDesk();
  const [sealed, setSealed] = useState<boolean>();
  useEffect(() => {
    let here = true;
    desk.ask('event.protection', { event: eventId }).then(
      (now) => here && setSealed(now.sealed),
      // Without a line to the desk nothing can be restored either, and the page says so itself.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [desk, eventId]);
  return sealed;
}

function countNow(people: Iterable<{ status: string }>) {
  let participants = 0;
  let present = 0;
  for (const { status } of people) {
    if (status !== 'cancelled') participants++;
    if (status === 'present') present++;
  }
  return { participants, present };
}

import { useState } from 'react';
import { Button, Loader, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerOf, Failure } from '../../../shared/contract';
import { isConfirmed } from '../../../shared/erase/confirm';
import { useDesk } from '../../desk/DeskContext';
import { useEventDesk } from '../../desk/EventDesk';
import { failureOf } from '../../desk/replica';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { useSpeech } from '../../words/useSpeech';
import styles from './Erasing.module.css';

type Erased = AnswerOf<'event.erase'>;

/** Takes personal data out of the event for good: says what goes and what stays, and asks for its name. */
export function Erasing() {
  const { t } = useTranslation('erase');
  const desk = useDesk();
  const { eventId, state, trySaving } = useEventDesk();
  const { name, timeZone, erasedAt } = state.event;
  const speech = useSpeech(timeZone);
  // A reminder leads to `…/export/erase`.
  const [asking, setAsking] = useState(() => window.location.hash.endsWith('/erase'));
  const [busy, setBusy] = useState(false);
  const [erased, setErased] = useState<Erased>();
  const [failure, setFailure] = useState<Failure>();

  const erase = async (confirm: string) => {
    setBusy(true);
    setFailure(undefined);
    setErased(undefined);
    try {
      setErased(await desk.ask('event.erase', { event: eventId, confirm }));
      setAsking(false);
      // The files are new: what could not be saved before says nothing any more.
      await trySaving();
    } catch (error) {
      setFailure(failureOf(error));
    }
    setBusy(false);
  };

  return (
    <section className={`card ${styles.erasing}`} aria-labelledby="erasing">
      <h2 id="erasing">{t('title')}</h2>
      {erasedAt === null && <Before />}
      <div role="alert">{failure && <Notice tone="bad">{speech.failure(failure)}</Notice>}</div>
      <output aria-live="polite">
        {busy && (
          <span className={styles.working}>
            <Loader size="xs" aria-hidden />
            {t('working')}
          </span>
        )}
        {erased && <Result erased={erased} />}
      </output>
      {erasedAt !== null ? (
        <Button variant="default" loading={busy} onClick={() => void erase(name)}>
          {t('again')}
        </Button>
      ) : asking ? (
        <Confirmation busy={busy} onErase={erase} onCancel={() => setAsking(false)} />
      ) : (
        <Button size="md" variant="default" color="red" onClick={() => setAsking(true)}>
          {t('begin', { count: state.participants.size })}
        </Button>
      )}
    </section>
  );
}

const GOES = ['names', 'texts', 'organisations', 'speakers', 'files'] as const;
const STAYS = ['figures', 'organisations', 'panels'] as const;

function Before() {
  const { t } = useTranslation('erase');
  return (
    <>
      <p>{t('lead')}</p>
      <div className={styles.lists}>
        <div>
          <h3>
            <Icon name="stop" size={18} /> {t('goes')}
          </h3>
          <ul>
            {GOES.map((one) => (
              <li key={one}>{t(`goes.${one}`)}</li>
            ))}
          </ul>
        </div>
        <div>
          <h3>
            <Icon name="check" size={18} /> {t('stays')}
          </h3>
          <ul>
            {STAYS.map((one) => (
              <li key={one}>{t(`stays.${one}`)}</li>
            ))}
          </ul>
        </div>
      </div>
      <p>{t('elsewhere')}</p>
    </>
  );
}

interface ConfirmationProps {
  busy: boolean;
  onErase(confirm: string): Promise<void>;
  onCancel(): void;
}

function Confirmation({ busy, onErase, onCancel }: ConfirmationProps) {
  const { t } = useTranslation('erase');
  const { name } = useEventDesk().state.event;
  const [typed, setTyped] = useState('');
  return (
    <form
      className={styles.confirmation}
      onSubmit={(submit) => {
        submit.preventDefault();
        if (isConfirmed(name, typed)) void onErase(typed);
      }}
    >
      <Notice tone="warn">{t('warning')}</Notice>
      <TextInput
        label={t('confirm', { name })}
        value={typed}
        autoFocus
        autoComplete="off"
        readOnly={busy}
        onChange={(change) => setTyped(change.currentTarget.value)}
        onKeyDown={(key) => {
          if (key.key === 'Escape' && !busy) onCancel();
        }}
      />
      <div className={styles.actions}>
        <Button type="submit" color="red" loading={busy} disabled={!isConfirmed(name, typed)}>
          {t('do')}
        </Button>
        <Button variant="default" disabled={busy} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function Result({ erased: { people, removed, searched } }: { erased: Erased }) {
  const { t } = useTranslation('erase');
  const files = searched.left.map(({ file }) => file).join(', ');
  const done = `${t('done', { count: people })} ${t('removed', { count: removed.length })}`;
  return (
    <Notice tone={files ? 'bad' : 'good'}>
      {done} {files ? t('left', { files }) : t('clean', { count: searched.files })}
    </Notice>
  );
}

import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Anchor, Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../desk/DeskContext';
import { failureOf } from '../../desk/replica';
import { LanguageSwitch } from '../../frame/LanguageSwitch';
import { Icon } from '../../parts/Icon';
import { PassphraseField } from '../../parts/PassphraseField';
import { writeRoute } from '../../route';
import { useSpeech } from '../../words/useSpeech';
import styles from './UnlockScreen.module.css';

interface Props {
  event: string;
  onOpened(): void;
}

/** Instead of an event whose files are sealed: its passphrase opens it on this desk, for every screen. */
export function UnlockScreen({ event, onOpened }: Props) {
  const { t } = useTranslation('passphrase');
  const desk = useDesk();
  const speech = useSpeech();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');

  const open = async (submit: FormEvent) => {
    submit.preventDefault();
    if (busy || typed === '') return;
    setBusy(true);
    try {
      await desk.ask('event.unlock', { event, passphrase: typed });
      onOpened();
    } catch (error) {
      setRefused(speech.failure(failureOf(error)));
      setBusy(false);
      // Kept as typed, and marked: another try overwrites it, an arrow key mends it.
      field.current?.focus();
      field.current?.select();
    }
  };
  return (
    <main className={styles.page}>
      <form className={`card ${styles.card}`} onSubmit={(submit) => void open(submit)}>
        <div className={styles.head}>
          <Icon name="lock" size={32} />
          <Title order={1} size="h2">
            {t('unlock.title')}
          </Title>
          <LanguageSwitch />
        </div>
        <p className={styles.lead}>{t('unlock.lead')}</p>
        <PassphraseField
          label={t('unlock.field')}
          kind="current-password"
          value={typed}
          error={refused || undefined}
          autoFocus
          inputRef={field}
          onChange={(value) => {
            setTyped(value);
            setRefused('');
          }}
        />
        <Button type="submit" loading={busy} disabled={typed === ''}>
          {t('unlock.open')}
        </Button>
        <details className={styles.lost}>
          <summary>{t('unlock.lost')}</summary>
          <p>{t('unlock.lostWhat')}</p>
        </details>
        <Anchor href={writeRoute({ at: 'start' })}>{t('unlock.toStart')}</Anchor>
      </form>
    </main>
  );
}

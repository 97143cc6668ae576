import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLongEnough, LEAST_CHARACTERS } from '../../../../shared/model/passphrase';
import { Notice } from '../../../parts/Notice';
import { PassphraseField } from '../../../parts/PassphraseField';
import { strengthOf } from './strength';
import styles from './Passphrase.module.css';

/** What is to become of the passphrase. */
export type Change = 'set' | 'change' | 'remove';

/** What was typed for it; empty where the change needs none. */
export interface Passphrases {
  old: string;
  next: string;
}

interface Props {
  change: Change;
  busy: boolean;
  /** Why the desk has not done it. */
  refused: string;
  onCancel(): void;
  onChange(passphrases: Passphrases): Promise<void>;
}

/** Asks for what a change of the passphrase needs; the new one twice, since nobody can look it up. */
export function PassphraseForm({ change, busy, refused, onCancel, onChange }: Props) {
  const { t } = useTranslation('passphrase');
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const needsOld = change !== 'set';
  const needsNew = change !== 'remove';
  const short = needsNew && !isLongEnough(next);
  const differs = needsNew && next !== again;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (busy || short || differs || (needsOld && old === '')) return;
    void onChange({ old, next });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {needsNew && <Notice tone="warn">{t('lost')}</Notice>}
      {needsOld && (
        <PassphraseField
          label={t('old')}
          kind="current-password"
          value={old}
          autoFocus
          error={refused || undefined}
          onChange={setOld}
        />
      )}
      {needsNew && (
        <>
          <PassphraseField
            label={t('new')}
            description={t('least', { least: LEAST_CHARACTERS })}
            kind="new-password"
            value={next}
            autoFocus={!needsOld}
            error={asked && short ? t('strength.short') : undefined}
            onChange={setNext}
          />
          <output className={styles.strength} data-strength={next && strengthOf(next)}>
            {next && t(`strength.${strengthOf(next)}`)}
          </output>
          <PassphraseField
            label={t('again')}
            kind="new-password"
            value={again}
            error={asked && !short && differs ? t('differ') : undefined}
            onChange={setAgain}
          />
        </>
      )}
      {!needsNew && <p className={styles.dim}>{t('removeWhat')}</p>}
      <p className={styles.dim}>{t('backups')}</p>
      {!needsOld && refused && <Notice tone="bad">{refused}</Notice>}
      <Group gap="sm">
        <Button type="submit" loading={busy} color={needsNew ? undefined : 'red'}>
          {t(change)}
        </Button>
        <Button variant="default" disabled={busy} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
}

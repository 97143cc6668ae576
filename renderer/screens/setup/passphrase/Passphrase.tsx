import { useState } from 'react';
import { Button, Group, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../parts/Notice';
import { PassphraseForm } from './PassphraseForm';
import type { Change } from './PassphraseForm';
import { useProtection } from './useProtection';
import styles from './Passphrase.module.css';

/** Whether the event's files are sealed, and how that is changed. */
export function Passphrase() {
  const { t } = useTranslation('passphrase');
  const protection = useProtection();
  const { sealed, done, refused, busy } = protection;
  const [change, setChange] = useState<Change | null>(null);
  if (sealed === null) return refused ? <Notice tone="bad">{refused}</Notice> : null;
  const begin = (next: Change | null) => {
    protection.forgetAnswer();
    setChange(next);
  };
  return (
    <section className={`card ${styles.card}`} aria-labelledby="passphrase">
      <Title order={2} size="h3" id="passphrase">
        {t('title')}
      </Title>
      <p className={styles.dim}>{t(sealed ? 'sealed' : 'open')}</p>
      <output>
        {done && (
          <Notice tone={done.backup ? 'good' : 'warn'}>
            {t(`done.${done.change}`)} {t(done.backup ? 'done.backup' : 'done.pending')}{' '}
            {done.removed > 0 && t('done.removed', { count: done.removed })}
          </Notice>
        )}
      </output>
      {change ? (
        <PassphraseForm
          key={change}
          change={change}
          busy={busy}
          refused={refused}
          onCancel={() => begin(null)}
          onChange={async (passphrases) => {
            if (await protection.apply(change, passphrases)) setChange(null);
          }}
        />
      ) : (
        <Group gap="sm">
          {!sealed && (
            <Button variant="default" onClick={() => begin('set')}>
              {t('set')}
            </Button>
          )}
          {sealed && (
            <>
              <Button variant="default" onClick={() => begin('change')}>
                {t('change')}
              </Button>
              <Button variant="default" onClick={() => begin('remove')}>
                {t('remove')}
              </Button>
              <Button loading={busy} onClick={() => void protection.lock()}>
                {t('lock')}
              </Button>
            </>
          )}
        </Group>
      )}
      {!change && refused && <Notice tone="bad">{refused}</Notice>}
    </section>
  );
}
